package org.kartoteka.platform.internal.journal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.journal.ParkedEvent;
import org.kartoteka.platform.api.journal.SubscriptionView;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.internal.security.PlatformPermissions;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The journal: writes events with the change, places them in commit order, hands them on. */
@Component(immediate = true)
public final class JournalService implements Journal {

  private static final Logger LOG = LoggerFactory.getLogger(JournalService.class);
  private static final long POLL_MILLIS = 500;

  /** Events of so long are handed on in one round: a round costs several transactions. */
  private static final long GATHER_MILLIS = 50;

  private static final int PARKED_SHOWN = 200;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final AccessControl access;
  private final Clock clock;
  private final ExecutorService background;
  private final ScheduledExecutorService timer;
  private final JournalStore store;
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private final AtomicBoolean rounds = new AtomicBoolean();
  private final ScheduledFuture<?> poll;

  private record Running(Subscription<?> subscription, AtomicBoolean busy) {}

  @Activate
  public JournalService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference AccessControl access,
      @Reference Clock clock,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background,
      @Reference(target = "(kartoteka.executor=timer)") ScheduledExecutorService timer) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.access = access;
    this.clock = clock;
    this.background = background;
    this.timer = timer;
    this.store = new JournalStore(unitOfWork);
    this.poll =
        timer.scheduleWithFixedDelay(this::wake, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() {
    poll.cancel(false);
    running.values().forEach(one -> one.subscription().close());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindHandler(
      DomainEventHandler<?> handler, ServiceReference<DomainEventHandler<?>> reference) {
    Subscription<?> subscription =
        new Subscription<>(handler, store, unitOfWork, currentUser, clock);
    try {
      subscription.register(owner(reference.getBundle()));
      running.put(subscription.name(), new Running(subscription, new AtomicBoolean()));
      wake();
    } catch (RuntimeException e) {
      LOG.error("subscription {} cannot be connected", subscription.name(), e);
    }
  }

  void unbindHandler(DomainEventHandler<?> handler) {
    Running gone = running.get(handler.subscription());
    if (gone != null && gone.subscription().handler() == handler) {
      gone.subscription().close();
      running.remove(handler.subscription(), gone);
    }
  }

  @Override
  public void append(DomainEvent event) {
    append(List.of(event));
  }

  @Override
  public void append(List<? extends DomainEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    store.append(
        events.stream().map(event -> EventJson.type(event.getClass())).toList(),
        events.stream().map(EventJson::write).toList(),
        clock.instant(),
        currentUser.user().orElse(User.SYSTEM).name(),
        MDC.get("correlation"));
    unitOfWork.afterCommit(this::wake);
  }

  @Override
  public List<SubscriptionView> subscriptions() {
    return unitOfWork.call(() -> store.subscriptions(running::containsKey));
  }

  @Override
  public List<ParkedEvent> parked(String subscription) {
    access.require(PlatformPermissions.MANAGE_JOURNAL);
    return unitOfWork.call(() -> store.parked(subscription, PARKED_SHOWN));
  }

  @Override
  public void retry(String subscription, long eventId) {
    access.require(PlatformPermissions.MANAGE_JOURNAL);
    Running one = running.get(subscription);
    if (one == null) {
      throw new Refused("platform.journal.not-connected", subscription);
    }
    try {
      one.subscription().retryParked(eventId);
    } catch (RuntimeException e) {
      LOG.warn("subscription {}: parked event {} failed again", subscription, eventId, e);
      throw new Refused("platform.journal.failed-again", subscription, eventId, String.valueOf(e));
    }
  }

  @Override
  public void discard(String subscription, long eventId) {
    access.require(PlatformPermissions.MANAGE_JOURNAL);
    if (!unitOfWork.call(() -> store.unpark(subscription, eventId))) {
      throw new NotFound("parked-event", eventId);
    }
  }

  /** Looks for work soon, on a background thread; many calls make one round. */
  private void wake() {
    if (rounds.compareAndSet(false, true)) {
      try {
        timer.schedule(() -> submit(this::round), GATHER_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("the platform is stopping", e);
      }
    }
  }

  private void round() {
    rounds.set(false);
    if (running.isEmpty()) {
      return;
    }
    try {
      List<String> waiting =
          currentUser.runAs(User.SYSTEM, () -> unitOfWork.callSeparately(this::placed));
      waiting.stream()
          .map(running::get)
          .filter(Objects::nonNull)
          .forEach(one -> submit(() -> drain(one)));
    } catch (RuntimeException e) {
      LOG.warn("the journal cannot be read now", e);
    }
  }

  private List<String> placed() {
    if (store.place() == JournalStore.PLACED_AT_ONCE) {
      unitOfWork.afterCommit(this::wake);
    }
    return store.waiting(clock.instant());
  }

  private void drain(Running one) {
    if (one.busy().compareAndSet(false, true)) {
      try {
        one.subscription().drain();
      } catch (RuntimeException e) {
        LOG.warn("subscription {} cannot go on now", one.subscription().name(), e);
      } finally {
        one.busy().set(false);
      }
    }
  }

  private void submit(Runnable work) {
    try {
      background.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("the platform is stopping", e);
    }
  }

  private static String owner(Bundle bundle) {
    String feature = bundle.getHeaders("").get("Kartoteka-Feature");
    return feature == null ? bundle.getSymbolicName() : feature;
  }
}
