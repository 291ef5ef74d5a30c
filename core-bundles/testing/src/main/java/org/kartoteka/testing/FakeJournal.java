package org.kartoteka.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.journal.ParkedEvent;
import org.kartoteka.platform.api.journal.SubscriptionView;

/** A journal that only remembers what was appended. */
public final class FakeJournal implements Journal {

  private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

  /** What was appended, oldest first. */
  public List<DomainEvent> events() {
    return List.copyOf(events);
  }

  /** What was appended of this type, oldest first. */
  public <E extends DomainEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void append(DomainEvent event) {
    events.add(event);
  }

  @Override
  public List<SubscriptionView> subscriptions() {
    return List.of();
  }

  @Override
  public List<ParkedEvent> parked(String subscription) {
    return List.of();
  }

  @Override
  public void retry(String subscription, long eventId) {}

  @Override
  public void discard(String subscription, long eventId) {}
}
