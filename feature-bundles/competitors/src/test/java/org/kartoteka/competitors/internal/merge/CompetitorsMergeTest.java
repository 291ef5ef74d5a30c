package org.kartoteka.competitors.internal.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.internal.House;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;

class CompetitorsMergeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final List<String> TABLES =
      List.of("competitor", "strategy_change", "product", "price_observation", "presence", "watch");

  private final House house = new House();
  private final CompetitorsMerge merge =
      new CompetitorsMerge(
          new Belongings(house.unitOfWork), house.entities, house.books, house.parties);

  @Test
  void everything_goes_to_a_competitor_and_comes_back() {
    PartyId one = house.competitor("Rival");
    PartyId other = house.competitor("Rival SA");
    PartyId customer = house.customer("Customer");
    PartyId otherCustomer = house.customer("Customer SA");
    ProductId milk = house.products.add(one, ProductData.named("Milk")).id();
    ProductId otherMilk = house.products.add(other, ProductData.named("MILK")).id();
    ProductId tea = house.products.add(other, ProductData.named("Tea")).id();
    house.prices.record(price(milk, "1", customer));
    house.prices.record(price(otherMilk, "2", customer));
    house.prices.record(price(tea, "3", otherCustomer));
    house.changes.record(other, StrategyChangeData.of(StrategyKind.PRICE, DAY, "Minus 5 %"));
    house.presences.record(presence(other, customer));
    house.presences.record(presence(other, one));
    house.watchList.watch(other);
    Map<String, List<String>> before = rows();

    MergeMove move = merge(one, other);

    assertEquals(2, house.products.count(ProductQuery.of(one), 10));
    assertEquals(
        List.of("Milk", "Milk", "Tea"),
        house.prices.page(PriceObservationQuery.of(one), PageRequest.first()).items().stream()
            .map(seen -> seen.productName())
            .sorted()
            .toList());
    assertEquals(List.of(), house.unitOfWork.call(() -> merge.count(other)));
    assertTrue(house.unitOfWork.call(() -> house.roster.knows(one)));
    assertFalse(house.unitOfWork.call(() -> house.roster.knows(other)));
    assertEquals(
        List.of(
            "competitors.strategy-change 1",
            "competitors.product 2",
            "competitors.price-observation 2",
            "competitors.presence 2",
            "competitors.watch 1"),
        move.moved().stream().map(records -> records.what() + " " + records.count()).toList());
    assertEquals(List.of(), undo(one, other, move));
    assertEquals(before, rows());
  }

  @Test
  void a_customer_becomes_a_competitor_and_none_again() {
    PartyId one = house.customer("Quiet");
    PartyId other = house.competitor("Quiet Ltd");
    house.changes.record(other, StrategyChangeData.of(StrategyKind.PRICE, DAY, "Plus 5 %"));
    Map<String, List<String>> before = rows();

    MergeMove move = merge(one, other);

    assertTrue(house.unitOfWork.call(() -> house.roster.knows(one)));
    assertEquals(List.of(), undo(one, other, move));
    assertEquals(before, rows());
  }

  @Test
  void what_was_recorded_since_stays_with_the_survivor() {
    PartyId one = house.customer("Growing");
    PartyId other = house.competitor("Growing Ltd");
    MergeMove move = merge(one, other);
    house.changes.record(one, StrategyChangeData.of(StrategyKind.PRICE, DAY, "Since then"));

    List<MergeRemark> remarks = undo(one, other, move);

    assertEquals("competitors.merge.stays", remarks.get(0).key());
    assertTrue(house.unitOfWork.call(() -> house.roster.knows(one)));
    assertTrue(house.unitOfWork.call(() -> house.roster.knows(other)));
  }

  @Test
  void whoever_has_nothing_here_moves_nothing() {
    MergeMove move = merge(house.customer("A"), house.customer("B"));

    assertTrue(move.isNothing());
  }

  private MergeMove merge(PartyId survivor, PartyId merged) {
    return house.unitOfWork.call(() -> merge.merge(survivor, merged));
  }

  private List<MergeRemark> undo(PartyId survivor, PartyId merged, MergeMove move) {
    return house.unitOfWork.call(() -> merge.undo(survivor, merged, move.memo()));
  }

  /** All rows but their revisions, which grow. */
  private Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : TABLES) {
      rows.put(
          table,
          house.unitOfWork.call(
              () ->
                  Sql.of(
                          house.unitOfWork,
                          "select (to_jsonb(t) - 'revision')::text from competitors."
                              + table
                              + " t order by 1")
                      .list(row -> row.getString(1))));
    }
    return rows;
  }

  private static PriceObservationData price(ProductId product, String amount, PartyId customer) {
    return new PriceObservationData(product, DAY, House.money(amount), customer, null, null);
  }

  private static PresenceData presence(PartyId competitor, PartyId customer) {
    return new PresenceData(
        competitor, customer, null, "milk", null, null, Certainty.CONFIRMED, null);
  }
}
