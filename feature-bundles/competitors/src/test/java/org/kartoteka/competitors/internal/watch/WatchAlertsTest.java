package org.kartoteka.competitors.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.AlertId;
import org.kartoteka.competitors.AlertKind;
import org.kartoteka.competitors.AlertView;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.event.PresenceRecorded;
import org.kartoteka.competitors.event.PriceObserved;
import org.kartoteka.competitors.event.StrategyChangeRecorded;
import org.kartoteka.competitors.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;

class WatchAlertsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final House house = new House();
  private final Alarms alarms = new Alarms(house.alerts, house.parties);
  private final PartyId rival = house.competitor("Rival");
  private final PartyId customer = house.customer("Customer");

  @Test
  void an_event_that_comes_twice_alerts_once() {
    house.watchList.watch(rival);
    house.watchList.watch(rival);
    RecordedEvent<StrategyChangeRecorded> event = strategyChange(7, House.NOW);

    deliver(new StrategyChangeAlerts(alarms), event);
    deliver(new StrategyChangeAlerts(alarms), event);

    assertEquals(1, house.watchList.unseen(100));
    AlertView alert = alerts().get(0);
    assertEquals(AlertKind.STRATEGY_CHANGE, alert.kind());
    assertEquals("Cheaper", alert.record().label());
    assertEquals("Rival", alert.competitorName());
  }

  @Test
  void who_watches_customer_and_competitor_is_alerted_once() {
    house.watchList.watch(rival);
    house.watchList.watch(customer);
    ProductId product = house.products.add(rival, ProductData.named("Milk")).id();
    house.prices.record(
        new PriceObservationData(product, DAY, House.money("3.10"), customer, null, null));

    deliver(
        new PriceAlerts(alarms),
        recorded(8, House.NOW, house.journal.events(PriceObserved.class).get(0)));

    assertEquals(
        List.of("Milk: 3.10 PLN"), alerts().stream().map(a -> a.record().label()).toList());
    assertEquals("Customer", alerts().get(0).customerName());
  }

  @Test
  void a_presence_alerts_who_watches_the_customer() {
    house.watchList.watch(customer);
    house.presences.record(new PresenceData(rival, customer, null, null, DAY, null, null, null));

    deliver(
        new PresenceAlerts(alarms),
        recorded(9, House.NOW, house.journal.events(PresenceRecorded.class).get(0)));

    assertEquals(AlertKind.PRESENCE, alerts().get(0).kind());
    assertEquals("", alerts().get(0).record().label());
  }

  @Test
  void nobody_is_alerted_to_what_happened_before_he_watched_or_when_nobody_watches() {
    deliver(new StrategyChangeAlerts(alarms), strategyChange(1, House.NOW));
    house.watchList.watch(rival);

    deliver(new StrategyChangeAlerts(alarms), strategyChange(2, House.NOW.minusSeconds(60)));

    assertEquals(0, house.watchList.unseen(100));
  }

  @Test
  void alerts_are_marked_as_seen_one_by_one_or_all() {
    house.watchList.watch(rival);
    for (long id = 1; id <= 3; id++) {
      deliver(new StrategyChangeAlerts(alarms), strategyChange(id, House.NOW));
    }
    AlertId first = alerts().get(0).id();

    assertNotNull(house.watchList.mark(first, true).seenAt());
    assertEquals(2, house.watchList.unseen(100));
    assertNull(house.watchList.mark(first, false).seenAt());
    house.watchList.markAllSeen();
    assertEquals(0, house.watchList.unseen(100));
    assertEquals(3, house.watchList.alerts(false, PageRequest.first()).items().size());
    assertThrows(NotFound.class, () -> house.watchList.mark(new AlertId(999), true));
  }

  @Test
  void watching_ends_and_does_not_hold_the_party() {
    house.watchList.watch(customer);
    house.watchList.watch(rival);
    assertEquals(
        Set.of(customer, rival), house.watchList.watched(List.of(customer, rival, new PartyId(9))));
    assertEquals(Set.of(), house.watchList.watched(List.of()));

    house.watchList.unwatch(rival);
    house.parties.remove(customer, ExpectedRevision.any());

    assertEquals(List.of(), house.watchList.watches(PageRequest.first()).items());
    assertThrows(InvalidInput.class, () -> house.watchList.watch(customer));
  }

  private List<AlertView> alerts() {
    return house.watchList.alerts(true, PageRequest.first()).items();
  }

  private <E extends DomainEvent> void deliver(
      DomainEventHandler<E> handler, RecordedEvent<E> event) {
    house.unitOfWork.run(() -> handler.handle(event));
  }

  private RecordedEvent<StrategyChangeRecorded> strategyChange(long eventId, Instant at) {
    house.changes.record(rival, StrategyChangeData.of(StrategyKind.PRICE, DAY, "Cheaper"));
    List<StrategyChangeRecorded> events = house.journal.events(StrategyChangeRecorded.class);
    return recorded(eventId, at, events.get(events.size() - 1));
  }

  private static <E extends DomainEvent> RecordedEvent<E> recorded(long id, Instant at, E event) {
    return new RecordedEvent<>(id, at, "somebody", event);
  }
}
