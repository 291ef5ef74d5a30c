package org.kartoteka.platform.api.journal;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Wants to be told when something happened. Registered as a service; the journal calls it for every
 * event of its type since its first registration, in commit order, also for what happened while its
 * bundle was away.
 *
 * <p>Each event comes in a transaction of its own, on a thread of the journal, at least once, never
 * two at a time. An exception rolls that transaction back; the event is tried again with growing
 * pauses and after the last attempt parked, where an administrator sees it, and the following
 * events go on. When the bundle leaves, the position is kept.
 */
@ConsumerType
public interface DomainEventHandler<E extends DomainEvent> {

  /**
   * The durable name of the subscription, such as {@code competitors.watch-alerts}; never changed.
   */
  String subscription();

  /** The type of event it wants. */
  Class<E> eventType();

  /** Takes note of the event, within the transaction that moves the subscription's position. */
  void handle(RecordedEvent<E> event);

  /** Whether a new subscription starts with the oldest event instead of with the next one. */
  default boolean fromTheBeginning() {
    return false;
  }
}
