package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.event.PartyRegistered;
import org.kartoteka.itests.harness.Waiting;
import org.kartoteka.itests.platform.exam.InContainer;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.StartOutcome;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.journal.SubscriptionView;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** What happened while somebody was away is told afterwards, in order and once. */
@InContainer
class JournalIT {

  private static final String FEATURE = "competitors";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject private BundleContext context;
  @Inject private Journal journal;
  @Inject private FeatureCatalog features;
  @Inject private PartyRegister parties;
  @Inject private CurrentUser currentUser;

  /** Notes which parties it was told of. */
  private static final class Listener implements DomainEventHandler<PartyRegistered> {

    private final String name;
    private final List<PartyId> heard = new CopyOnWriteArrayList<>();
    private volatile boolean deaf;

    Listener(String name) {
      this.name = name;
    }

    @Override
    public String subscription() {
      return name;
    }

    @Override
    public Class<PartyRegistered> eventType() {
      return PartyRegistered.class;
    }

    @Override
    public void handle(RecordedEvent<PartyRegistered> event) {
      if (deaf) {
        throw new IllegalStateException("deaf on purpose");
      }
      heard.add(event.event().party());
    }
  }

  @Test
  void a_subscription_that_was_away_catches_up_in_order() {
    Listener listener = new Listener("itest.away");
    ServiceRegistration<?> registration = register(listener);
    PartyId before = party("Journal before");
    Waiting.until("the first event", SOON, () -> listener.heard.contains(before));

    registration.unregister();
    List<PartyId> away =
        List.of(party("Journal away 1"), party("Journal away 2"), party("Journal away 3"));
    assertTrue(waiting("itest.away") >= 3);
    registration = register(listener);

    try {
      Waiting.until("the missed events", SOON, () -> listener.heard.containsAll(away));
      assertEquals(
          away, listener.heard.stream().filter(away::contains).toList(), "in order, and once");
      Waiting.until("nothing waits", SOON, () -> waiting("itest.away") == 0);
    } finally {
      registration.unregister();
    }
  }

  @Test
  void a_failing_handler_gets_the_event_again() {
    Listener listener = new Listener("itest.deaf");
    listener.deaf = true;
    ServiceRegistration<?> registration = register(listener);
    try {
      PartyId id = party("Journal deaf");
      Waiting.until("a failure", SOON, () -> subscription("itest.deaf").lastError() != null);

      listener.deaf = false;

      Waiting.until("the event at last", SOON, () -> listener.heard.contains(id));
      assertEquals(1, listener.heard.stream().filter(id::equals).count());
    } finally {
      registration.unregister();
    }
  }

  @Test
  void a_stopped_feature_catches_up_when_it_starts() {
    asSystem(() -> features.stop(FEATURE));
    for (int i = 0; i < 5; i++) {
      party("Journal while competitors is stopped " + i);
    }

    StartOutcome outcome = asSystem(() -> features.start(FEATURE));

    assertEquals(FeatureState.ACTIVE, outcome.feature().state());
    assertEquals(0, outcome.stillWaiting());
    assertEquals(0, outcome.feature().waitingEvents());
  }

  private ServiceRegistration<?> register(Listener listener) {
    return context.registerService(DomainEventHandler.class, listener, new Hashtable<>());
  }

  private PartyId party(String name) {
    return asSystem(() -> parties.register(PartyData.organisation(name)).id());
  }

  private long waiting(String name) {
    return subscription(name).waiting();
  }

  private SubscriptionView subscription(String name) {
    return asSystem(journal::subscriptions).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no subscription " + name));
  }

  private <T> T asSystem(Supplier<T> work) {
    return currentUser.runAs(User.SYSTEM, work);
  }
}
