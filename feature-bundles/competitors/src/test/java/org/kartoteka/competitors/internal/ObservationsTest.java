package org.kartoteka.competitors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.PriceSeries;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ReactionState;
import org.kartoteka.competitors.SourceReliability;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.UserId;

class ObservationsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final House house = new House();
  private final PartyId rival = house.competitor("Rival");
  private final PartyId customer = house.customer("Customer");

  @Test
  void a_strategy_change_keeps_all_that_is_known() {
    StrategyChangeData data =
        new StrategyChangeData(
            StrategyKind.TERRITORY,
            LocalDate.of(2026, 9, 1),
            "Branch in Łódź",
            "Announced",
            "Trade fair",
            SourceReliability.B,
            2,
            "Visit the customers there",
            ReactionState.PLANNED,
            new UserId(3));

    StrategyChangeView view = house.changes.record(rival, data);

    assertEquals(data, view.data());
    assertEquals("Rival", view.competitorName());
    assertEquals(view, house.changes.get(view.id()));
    assertEquals(
        1,
        house
            .changes
            .page(
                new StrategyChangeQuery(
                    "lodz branch", rival, StrategyKind.TERRITORY, new UserId(3), true, DAY, null),
                PageRequest.first())
            .items()
            .size());
    house.changes.remove(view.id(), ExpectedRevision.of(view.revision()));
    assertThrows(NotFound.class, () -> house.changes.get(view.id()));
  }

  @Test
  void a_reaction_that_was_taken_is_open_no_more() {
    StrategyChangeView view =
        house.changes.record(rival, StrategyChangeData.of(StrategyKind.PRICE, DAY, "Minus 5 %"));
    StrategyChangeQuery open = new StrategyChangeQuery(null, null, null, null, true, null, null);
    assertEquals(1, house.changes.count(open, 10));

    house.changes.change(
        view.id(),
        ExpectedRevision.of(view.revision()),
        new StrategyChangeData(
            StrategyKind.PRICE,
            DAY,
            "Minus 5 %",
            null,
            null,
            null,
            null,
            "Ours minus 3 %",
            ReactionState.TAKEN,
            null));

    assertEquals(0, house.changes.count(open, 10));
  }

  @Test
  void a_product_is_named_once_and_stays_while_prices_refer_to_it() {
    ProductId product = house.products.add(rival, ProductData.named("Milk 1 l")).id();
    house.prices.record(price(product, DAY, "3.49", customer));

    assertThrows(
        InvalidInput.class, () -> house.products.add(rival, ProductData.named("MILK 1 L")));
    assertThrows(Refused.class, () -> house.products.remove(product, ExpectedRevision.any()));
    assertEquals(
        House.money("3.49"),
        house
            .products
            .page(ProductQuery.of(rival), PageRequest.first())
            .items()
            .get(0)
            .lastPrice());
    assertEquals(1, house.products.count(new ProductQuery("mil", null, null), 10));
  }

  @Test
  void an_observed_price_names_product_competitor_and_customer() {
    ProductId product = house.products.add(rival, ProductData.named("Bread")).id();

    PriceObservationView view = house.prices.record(price(product, DAY, "4.10", customer));

    assertEquals("Bread", view.productName());
    assertEquals("Rival", view.competitorName());
    assertEquals("Customer", view.customerName());
    assertEquals(new BigDecimal("4.10"), view.price().amount());
    PriceObservationView moved =
        house.prices.change(
            view.id(), ExpectedRevision.of(view.revision()), price(product, DAY, "4.15", null));
    assertNull(moved.customerId());
    assertThrows(
        InvalidInput.class, () -> house.prices.record(price(new ProductId(99), DAY, "1", null)));
    assertThrows(InvalidInput.class, () -> house.prices.record(price(product, DAY, "1", rival)));
    assertThrows(
        InvalidInput.class, () -> house.prices.record(price(product, DAY, "1", new PartyId(999))));
  }

  @Test
  void many_prices_are_read_page_by_page_the_latest_first() {
    ProductId product = house.products.add(rival, ProductData.named("Butter")).id();
    for (int i = 0; i < 25; i++) {
      house.prices.record(price(product, DAY.plusDays(i / 3), "5." + (10 + i), null));
    }

    for (String sort : List.of("-date", "price", "productName", "-competitorName")) {
      List<PriceObservationView> seen = new ArrayList<>();
      PageRequest request = new PageRequest(4, null, sort);
      while (request != null) {
        Page<PriceObservationView> page =
            house.prices.page(PriceObservationQuery.of(rival), request);
        seen.addAll(page.items());
        request = page.next() == null ? null : new PageRequest(4, page.next(), sort);
      }
      assertEquals(25, seen.stream().map(PriceObservationView::id).distinct().count(), sort);
      if (sort.equals("-date")) {
        assertEquals(DAY.plusDays(8), seen.get(0).date());
      }
    }
  }

  @Test
  void a_series_has_a_point_for_each_day_in_order() {
    ProductId milk = house.products.add(rival, ProductData.named("Milk")).id();
    ProductId tea = house.products.add(rival, ProductData.named("Tea")).id();
    house.prices.record(price(milk, DAY.plusDays(1), "3.00", null));
    house.prices.record(price(milk, DAY, "2.00", null));
    house.prices.record(price(milk, DAY.plusDays(1), "4.00", customer));
    house.prices.record(price(tea, DAY, "9.99", null));

    List<PriceSeries> series = house.prices.series(PriceObservationQuery.of(rival), 5);

    assertEquals(List.of("Milk", "Tea"), series.stream().map(PriceSeries::name).toList());
    assertEquals(
        List.of(
            new PriceSeries.Point(DAY, new BigDecimal("2")),
            new PriceSeries.Point(DAY.plusDays(1), new BigDecimal("3.5"))),
        series.get(0).points());
    assertEquals(1, house.prices.series(PriceObservationQuery.of(rival), 1).size());
    assertEquals(1, house.prices.series(PriceObservationQuery.at(customer), 5).size());
  }

  @Test
  void a_presence_that_ended_is_not_current() {
    PresenceView present =
        house.presences.record(
            new PresenceData(
                rival, customer, new BigDecimal("35.50"), "Cleaning", DAY, null, null, null));
    PresenceData ended =
        new PresenceData(
            rival,
            customer,
            BigDecimal.ZERO,
            "Cleaning",
            DAY,
            LocalDate.of(2026, 3, 15),
            Certainty.CONFIRMED,
            null);
    PresenceQuery current = new PresenceQuery(null, customer, null, true);

    assertEquals(Certainty.SUSPECTED, present.certainty());
    assertEquals(new BigDecimal("35.5"), present.sharePercent());
    assertEquals("Customer", present.customerName());
    assertEquals(1, house.presences.count(current, 10));
    house.presences.change(present.id(), ExpectedRevision.of(present.revision()), ended);
    assertEquals(0, house.presences.count(current, 10));
    assertEquals(
        1, house.presences.page(PresenceQuery.at(customer), PageRequest.first()).items().size());
    assertThrows(
        InvalidInput.class,
        () ->
            house.presences.record(
                new PresenceData(customer, rival, null, null, null, null, null, null)));
  }

  private static PriceObservationData price(
      ProductId product, LocalDate day, String amount, PartyId customer) {
    return new PriceObservationData(product, day, House.money(amount), customer, "shelf", null);
  }
}
