package org.kartoteka.competitors.internal.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.history.HistorySpan;

class TimelineTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Instant LATER = House.NOW.plusSeconds(60);

  private final House house = new House();
  private final PartyId rival = house.competitor("Rival");
  private final PartyId customer = house.customer("Customer");
  private final List<TimelineSource> sources =
      List.of(
          new StrategyTimeline(house.unitOfWork, house.user),
          new PriceTimeline(house.unitOfWork, house.user),
          new PresenceTimeline(house.unitOfWork, house.user));

  @Test
  void what_was_recorded_of_a_party_stands_on_its_own_timeline_only() {
    ProductId milk = house.products.add(rival, ProductData.named("Milk")).id();
    house.changes.record(rival, StrategyChangeData.of(StrategyKind.PRICE, DAY, "Minus 5 %"));
    house.prices.record(
        new PriceObservationData(milk, DAY, House.money("1.20"), customer, null, "cheap"));
    house.presences.record(
        new PresenceData(rival, customer, null, "milk", null, null, Certainty.CONFIRMED, null));

    assertEquals(List.of("Minus 5 %"), labels(rival, null));
    assertEquals(List.of("Milk: 1.20 PLN", "Rival"), labels(customer, null));
    assertEquals(List.of("Milk: 1.20 PLN", "Rival"), labels(customer, "tester"));
    assertEquals(List.of(), labels(customer, "somebody"));
    house.user.nowMay("core.party.read");
    assertEquals(List.of(), labels(customer, null));
  }

  @Test
  void it_is_read_backwards_from_a_place() {
    for (int i = 1; i <= 3; i++) {
      house.changes.record(rival, StrategyChangeData.of(StrategyKind.PRICE, DAY, "Step " + i));
    }
    List<TimelineEntry> first = latest(rival, new HistorySpan(LATER, 0, null, 2));
    TimelineEntry last = first.get(1);

    assertEquals(
        List.of("Step 3", "Step 2"), first.stream().map(one -> one.record().label()).toList());
    assertEquals(
        List.of("Step 1"),
        latest(rival, new HistorySpan(last.at(), last.id(), null, 2)).stream()
            .map(one -> one.record().label())
            .toList());
  }

  private List<String> labels(PartyId party, String actor) {
    return latest(party, new HistorySpan(LATER, 0, actor, 10)).stream()
        .map(one -> one.record().label())
        .toList();
  }

  private List<TimelineEntry> latest(PartyId party, HistorySpan span) {
    return house.unitOfWork.call(
        () -> sources.stream().flatMap(source -> source.latest(party, span).stream()).toList());
  }
}
