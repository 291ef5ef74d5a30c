package org.kartoteka.platform.api.journal;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The durable, ordered record of what happened. */
@ProviderType
public interface Journal {

  /**
   * Records the event in the current transaction: it is there exactly when the change is.
   *
   * @throws IllegalStateException outside of a unit of work
   */
  void append(DomainEvent event);

  /** Records several events, in their order, as {@link #append(DomainEvent)} does one. */
  default void append(List<? extends DomainEvent> events) {
    events.forEach(this::append);
  }

  /** Every durable subscription with its position, those of stopped bundles included. */
  List<SubscriptionView> subscriptions();

  /** The events that a subscription could not handle and put aside, oldest first. */
  List<ParkedEvent> parked(String subscription);

  /** Hands a parked event to its subscription once more. */
  void retry(String subscription, long eventId);

  /** Gives up a parked event: the subscription will not see it. */
  void discard(String subscription, long eventId);
}
