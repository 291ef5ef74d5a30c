package org.kartoteka.competitors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.Presences;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.internal.data.PartyReach;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.NotFound;

/** What was observed at a customer out of reach is not there. */
class ReachTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final House house = new House();
  private final PartyId rival = house.competitor("Rival");
  private final PartyId own = house.customer("Own");
  private final PartyId foreign = house.customer("Foreign");
  private final ProductId product = house.products.add(rival, ProductData.named("Milk")).id();
  private final PresenceView ownPresence = presence(own);
  private final PresenceView foreignPresence = presence(foreign);
  private final PriceObservationView ownPrice = price("3.10", own, 1);
  private final PriceObservationView foreignPrice = price("2.90", foreign, 3);
  private final PriceObservationView nobodysPrice = price("3.00", null, 2);

  @BeforeEach
  void reachOwn() {
    house.scope.nowReach(own);
  }

  @Test
  void lists_counts_and_single_presences() {
    assertEquals(
        List.of(ownPresence.id()),
        house.presences.page(PresenceQuery.all(), PageRequest.first()).items().stream()
            .map(PresenceView::id)
            .toList());
    assertEquals(1, house.presences.count(PresenceQuery.all(), 10));
    assertThrows(NotFound.class, () -> house.presences.get(foreignPresence.id()));
    assertThrows(
        NotFound.class, () -> house.presences.remove(foreignPresence.id(), ExpectedRevision.any()));
    assertThrows(NotFound.class, () -> presence(foreign));
    assertEquals(1, house.competitors.get(rival).presences());
  }

  @Test
  void lists_counts_and_single_prices() {
    assertEquals(
        List.of(nobodysPrice.id(), ownPrice.id()),
        house.prices.page(PriceObservationQuery.all(), PageRequest.first()).items().stream()
            .map(PriceObservationView::id)
            .toList());
    assertEquals(2, house.prices.count(PriceObservationQuery.all(), 10));
    assertEquals(2, house.prices.series(PriceObservationQuery.all(), 5).get(0).points().size());
    assertThrows(NotFound.class, () -> house.prices.get(foreignPrice.id()));
    assertThrows(
        NotFound.class, () -> house.prices.remove(foreignPrice.id(), ExpectedRevision.any()));
    assertThrows(NotFound.class, () -> price("1.00", foreign, 4));
    assertEquals(House.money("3.00"), house.products.get(product).lastPrice());
  }

  @Test
  void history() {
    CompetitorsHistory history =
        new CompetitorsHistory(
            house.user, new PartyReach(house.scope), house.presences, house.prices);

    history.requireReadable(Presences.TYPE, "" + ownPresence.id().value());
    assertThrows(
        NotFound.class,
        () -> history.requireReadable(Presences.TYPE, "" + foreignPresence.id().value()));
    assertThrows(
        NotFound.class,
        () -> history.requireReadable(PriceObservations.TYPE, "" + foreignPrice.id().value()));
    assertThrows(NotFound.class, () -> history.requireReadable(PriceObservations.TYPE, "x"));
  }

  private PresenceView presence(PartyId customer) {
    return house.presences.record(
        new PresenceData(rival, customer, null, null, null, null, null, null));
  }

  private PriceObservationView price(String amount, PartyId customer, int day) {
    return house.prices.record(
        new PriceObservationData(
            product, DAY.plusDays(day), House.money(amount), customer, null, null));
  }
}
