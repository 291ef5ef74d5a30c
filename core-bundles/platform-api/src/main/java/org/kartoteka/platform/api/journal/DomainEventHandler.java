package org.kartoteka.platform.api.journal;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Wants to be told when something happened. Registered as a service; the journal calls it for every
 * event of its types since its first registration, in commit order, also for what happened while
 * its bundle was away.
 *
 * <p>Each event comes in a transaction of its own, unless the handler takes several {@link
 * #atOnce}; on a thread of the journal, at least once, never two at a time. An exception rolls that
 * transaction back; the event is tried again with growing pauses and after the last attempt parked,
 * where an administrator sees it, and the following events go on. When the bundle leaves, the
 * position is kept.
 */
@ConsumerType
public interface DomainEventHandler<E extends DomainEvent> {

  /**
   * The durable name of the subscription, such as {@code competitors.watch-alerts}; never changed.
   */
  String subscription();

  /** The type of event it wants; a common type of them when it wants several. */
  Class<E> eventType();

  /**
   * The types of event it wants, all in one order, so that what depends on the order among several
   * types has one subscription.
   */
  default List<Class<? extends E>> eventTypes() {
    return List.of(eventType());
  }

  /** Takes note of the event, within the transaction that moves the subscription's position. */
  void handle(RecordedEvent<E> event);

  /**
   * How many events it takes in one transaction at most, when so many wait. For handlers that do
   * much faster with many events at once than one by one.
   */
  default int atOnce() {
    return 1;
  }

  /**
   * Takes note of several events in their order, within the transaction that moves the
   * subscription's position behind the last one. An exception rolls back all of them; they then
   * come one by one, so that only the one that cannot be handled is tried again and parked.
   */
  default void handleAll(List<RecordedEvent<E>> events) {
    events.forEach(this::handle);
  }

  /** Whether a new subscription starts with the oldest event instead of with the next one. */
  default boolean fromTheBeginning() {
    return false;
  }
}
