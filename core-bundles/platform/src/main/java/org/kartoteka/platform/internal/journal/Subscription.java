package org.kartoteka.platform.internal.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One handler and its place in the journal: one event, one transaction, unless it takes several.
 */
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
  private final Map<String, Class<? extends E>> types = new LinkedHashMap<>();
  private volatile boolean closed;

  /** How many events come one by one before several are tried at once again. */
  private int singly;

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
    handler.eventTypes().forEach(type -> types.put(EventJson.type(type), type));
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
                name(), feature, List.copyOf(types.keySet()), handler.fromTheBeginning()));
  }

  void close() {
    closed = true;
  }

  /**
   * Handles what waits, in order, until nothing is left or an event has to be tried again later.
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
            List<JournalStore.Stored> next =
                store.next(
                    List.copyOf(types.keySet()),
                    standing.get().position(),
                    attempt.number > 1 || singly > 0 ? 1 : Math.max(1, handler.atOnce()));
            if (next.isEmpty()) {
              return false;
            }
            attempt.event = next.get(0);
            attempt.events = next.size();
            handle(next);
            store.moveTo(name(), next.get(next.size() - 1).position());
            singly = Math.max(0, singly - 1);
            return true;
          });
    } catch (RuntimeException e) {
      if (attempt.events > 1) {
        LOG.warn("subscription {}: {} events come one by one now", name(), attempt.events, e);
        singly = attempt.events;
        return true;
      }
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
                  store.event(eventId).ifPresent(event -> handle(List.of(event)));
                }
              });
          return null;
        });
  }

  private void handle(List<JournalStore.Stored> stored) {
    if (stored.size() == 1) {
      handler.handle(recorded(stored.get(0)));
    } else {
      handler.handleAll(stored.stream().map(this::recorded).toList());
    }
  }

  private RecordedEvent<E> recorded(JournalStore.Stored stored) {
    E event = EventJson.read(types.get(stored.type()), stored.payload());
    return new RecordedEvent<>(stored.id(), stored.occurredAt(), stored.actor(), event);
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
    int events;
    JournalStore.Stored event;
  }
}
