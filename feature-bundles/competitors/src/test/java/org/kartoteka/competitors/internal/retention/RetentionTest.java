package org.kartoteka.competitors.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PresenceId;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;

/** What was observed long ago is due, and goes when somebody decides so. */
class RetentionTest {

  private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");

  private final House house = new House();
  private final List<RecordRef> forgotten = new ArrayList<>();
  private final RetentionKind prices =
      new ObservedPrices(house.unitOfWork, records -> forget(records));
  private final RetentionKind presences =
      new EndedPresences(house.unitOfWork, records -> forget(records));
  private final PartyId rival = house.competitor("Rival");
  private final PartyId customer = house.customer("Customer");
  private final ProductId product = house.products.add(rival, ProductData.named("Alarm")).id();

  @Test
  void a_price_is_due_when_it_was_observed_before_the_day() {
    PriceObservationView old = price("2023-12-31", customer);
    PriceObservationView nowhere = price("2023-06-01", null);
    price("2024-01-01", customer);

    List<DueRecord> due = due(prices, null);

    assertEquals(List.of(old.id().value(), nowhere.id().value()), ids(due));
    assertEquals(customer.value(), due.get(0).party());
    assertEquals(rival.value(), due.get(1).party(), "in reach of those who reach the competitor");
    assertEquals(Instant.parse("2023-12-31T00:00:00Z"), due.get(0).since());
    assertEquals(List.of(nowhere.id().value()), ids(due(prices, old.id().value())));
    assertEquals(
        Map.of(old.id().value(), "Alarm · 2023-12-31 · 7 PLN"),
        house.unitOfWork.call(() -> prices.labels(List.of(old.id().value(), 99_999L))));
  }

  @Test
  void an_erased_price_is_gone_with_its_history_and_the_others_stay() {
    PriceObservationView old = price("2023-12-31", customer);
    PriceObservationView lately = price("2024-01-01", customer);

    List<ErasedData> erased =
        house.unitOfWork.call(() -> prices.erase(old.id().value(), "too old"));

    assertTrue(erased.contains(ErasedData.all("competitors.price-observation", 1)));
    assertThrows(NotFound.class, () -> house.prices.get(old.id()));
    assertEquals(lately, house.prices.get(lately.id()));
    assertEquals(
        List.of(new RecordRef("competitors.price-observation", "" + old.id().value(), "")),
        forgotten);
    assertTrue(due(prices, null).isEmpty());
  }

  @Test
  void a_presence_is_due_after_its_last_day_and_never_while_it_goes_on() {
    PresenceId ended = presence("2020-01-01", "2023-12-30").id();
    presence("2020-01-01", "2023-12-31");
    presence("2020-01-01", null);

    assertEquals(List.of(ended.value()), ids(due(presences, null)));
    house.unitOfWork.run(() -> presences.erase(ended.value(), "too old"));
    assertTrue(due(presences, null).isEmpty());
    assertTrue(
        house
            .unitOfWork
            .call(() -> presences.due(ended.value(), Instant.parse("2030-01-01T00:00:00Z")))
            .isEmpty());
  }

  private List<ErasedData> forget(List<RecordRef> records) {
    forgotten.addAll(records);
    return List.of();
  }

  private List<DueRecord> due(RetentionKind kind, Long after) {
    return house.unitOfWork.call(() -> kind.due(NEW_YEAR, after, 10));
  }

  private static List<Long> ids(List<DueRecord> due) {
    return due.stream().map(DueRecord::id).toList();
  }

  private PriceObservationView price(String day, PartyId at) {
    return house.prices.record(
        new PriceObservationData(
            product, LocalDate.parse(day), House.money("7"), at, "Jan", "said so"));
  }

  private PresenceView presence(String since, String until) {
    return house.presences.record(
        new PresenceData(
            rival,
            customer,
            null,
            "alarms",
            LocalDate.parse(since),
            until == null ? null : LocalDate.parse(until),
            Certainty.SUSPECTED,
            null));
  }
}
