package org.kartoteka.platform.internal.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One handler and its place in the journal: one event, one transaction. */
final class Subscription<E extends DomainEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  static final int MAX_ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int ERROR_LENGTH = 500;

  private final DomainEventHandler<E> handler;
  private final JournalStore store;
  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private volatile boolean closed;

  Subscription(
      DomainEventHandler<E> handler,
      JournalStore store,
      UnitOfWork unitOfWork,
      CurrentUser currentUser,
      Clock clock) {
    this.handler = handler;
    this.store = store;
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  String name() {
    return handler.subscription();
  }

  DomainEventHandler<E> handler() {
    return handler;
  }

  void register(String feature) {
    unitOfWork.run(
        () ->
            store.subscribe(
                name(), feature, EventJson.type(handler.eventType()), handler.fromTheBeginning()));
  }

  void close() {
    closed = true;
  }

  /**
   * Handles what waits, event by event, until nothing is left or one has to be tried again later.
   */
  void drain() {
    boolean more = true;
    while (more && !closed) {
      more = currentUser.runAs(User.SYSTEM, this::handleNext);
    }
  }

  private boolean handleNext() {
    Attempt attempt = new Attempt();
    try {
      return unitOfWork.callSeparately(
          () -> {
            Optional<JournalStore.Standing> standing = store.lock(name());
            if (standing.isEmpty() || isTooEarly(standing.get())) {
              return false;
            }
            attempt.number = standing.get().attempts() + 1;
            Optional<JournalStore.Stored> next =
                store.next(EventJson.type(handler.eventType()), standing.get().position());
            if (next.isEmpty()) {
              return false;
            }
            attempt.event = next.get();
            handle(next.get());
            store.moveTo(name(), next.get().position());
            return true;
          });
    } catch (RuntimeException e) {
      if (attempt.event == null) {
        LOG.warn("subscription {}: the journal cannot be read now", name(), e);
        return false;
      }
      return afterFailure(attempt, e);
    }
  }

  /** Hands a parked event over once more; the failure, if any, is the caller's. */
  void retryParked(long eventId) {
    currentUser.runAs(
        User.SYSTEM,
        () -> {
          unitOfWork.run(
              () -> {
                if (store.unpark(name(), eventId)) {
                  store.event(eventId).ifPresent(this::handle);
                }
              });
          return null;
        });
  }

  private void handle(JournalStore.Stored stored) {
    E event = EventJson.read(handler.eventType(), stored.payload());
    handler.handle(new RecordedEvent<>(stored.id(), stored.occurredAt(), stored.actor(), event));
  }

  private boolean isTooEarly(JournalStore.Standing standing) {
    return standing.retryAt() != null && clock.instant().isBefore(standing.retryAt());
  }

  private boolean afterFailure(Attempt attempt, RuntimeException failure) {
    Instant now = clock.instant();
    String error = inOneLine(failure);
    if (attempt.number < MAX_ATTEMPTS) {
      LOG.warn(
          "subscription {}: event {} failed, attempt {} of {}",
          name(),
          attempt.event.id(),
          attempt.number,
          MAX_ATTEMPTS,
          failure);
      Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempt.number - 1));
      unitOfWork.callSeparately(
          () -> {
            store.failed(name(), attempt.number, now.plus(pause), error);
            return null;
          });
      return false;
    }
    LOG.error("subscription {}: event {} is parked", name(), attempt.event.id(), failure);
    unitOfWork.callSeparately(
        () -> {
          store.park(name(), attempt.event.id(), attempt.number, error, now);
          store.moveTo(name(), attempt.event.position());
          return null;
        });
    return true;
  }

  private static String inOneLine(Throwable failure) {
    String text = String.valueOf(failure).replaceAll("\\s+", " ");
    return text.length() > ERROR_LENGTH ? text.substring(0, ERROR_LENGTH) : text;
  }

  private static final class Attempt {
    int number;
    JournalStore.Stored event;
  }
}
