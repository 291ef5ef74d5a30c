package org.kartoteka.platform.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.EventType;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.journal.SubscriptionView;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;
import org.kartoteka.testing.SettableClock;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

class JournalServiceTest {

  /** A typed id as other bundles have them. */
  public record CardId(long value) implements Id {}

  @EventType("test.happened")
  public record Happened(CardId card, String what, Instant when) implements DomainEvent {}

  @EventType("test.undone")
  public record Undone(String why) implements DomainEvent {}

  private final PostgresFixture postgres = PostgresFixture.create().migrate("platform");
  private final UnitOfWork unitOfWork = new JpaUnitOfWork(postgres.dataSource());
  private final SettableClock clock = new SettableClock();
  private final ExecutorService background = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private JournalService journal;

  @BeforeEach
  void open() {
    journal = newJournal();
  }

  @AfterEach
  void close() {
    journal.stop();
    timer.shutdownNow();
    background.shutdownNow();
  }

  @Test
  void handsOnWhatWasWrittenAndNothingThatWasRolledBack() {
    Handler handler = connect(new Handler());

    append("first");
    assertThrows(
        IllegalStateException.class,
        () ->
            unitOfWork.run(
                () -> {
                  journal.append(event("never"));
                  throw new IllegalStateException("no");
                }));
    append("second");

    await(() -> handler.handled().size() == 2);
    assertEquals(List.of("first", "second"), handler.handled());
    Happened event = handler.events.get(0).event();
    assertEquals(new CardId(7), event.card());
    assertEquals("tester", handler.events.get(0).actor());
  }

  @Test
  void neverSkipsAnEventOfATransactionThatStillRuns() throws Exception {
    Handler handler = connect(new Handler());
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    CompletableFuture<Void> slow =
        CompletableFuture.runAsync(
            () ->
                unitOfWork.run(
                    () -> {
                      journal.append(event("slow"));
                      written.countDown();
                      awaitLatch(mayCommit);
                    }),
            background);
    assertTrue(written.await(10, TimeUnit.SECONDS));

    append("quick");
    await(() -> handler.handled().equals(List.of("quick")));
    mayCommit.countDown();
    slow.get(10, TimeUnit.SECONDS);

    await(() -> handler.handled().equals(List.of("quick", "slow")));
  }

  @Test
  void aHandlerThatDoesNotEndKeepsNobodyFromConnectingAgain() {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Handler endless =
        connect(
            new Handler() {
              @Override
              public void handle(RecordedEvent<Happened> event) {
                entered.countDown();
                awaitLatch(mayEnd);
              }
            });
    append("long");
    awaitLatch(entered);

    journal.unbindHandler(endless);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> connect(new Handler()));

    mayEnd.countDown();
  }

  @Test
  void catchesUpWhatHappenedWhileTheHandlerWasAway() {
    Handler before = connect(new Handler());
    append("seen");
    await(() -> standing().waiting() == 0);
    journal.unbindHandler(before);

    append("missed 1");
    append("missed 2");
    assertEquals(2, standing().waiting());
    Handler after = connect(new Handler());

    await(() -> after.handled().equals(List.of("missed 1", "missed 2")));
    await(() -> standing().waiting() == 0);
  }

  @Test
  void survivesARestartOfThePlatform() {
    Handler before = connect(new Handler());
    append("seen");
    await(() -> before.handled().size() == 1);
    journal.stop();
    append("written meanwhile");

    journal = newJournal();
    Handler after = connect(new Handler());

    await(() -> after.handled().equals(List.of("written meanwhile")));
  }

  @Test
  void triesAgainWithPausesThenParksAndGoesOn() {
    Handler handler = connect(new Handler());
    handler.refuse = "poison";

    append("poison");
    append("good");

    await(
        () -> {
          clock.forward(Duration.ofSeconds(1));
          return handler.handled().equals(List.of("good"));
        });
    assertEquals(Subscription.MAX_ATTEMPTS, handler.attempts.size());
    assertEquals(1, journal.parked(handler.subscription()).size());
    assertEquals("test.happened", journal.parked(handler.subscription()).get(0).type());
    assertEquals(1, standing().parked());

    handler.refuse = null;
    journal.retry(handler.subscription(), journal.parked(handler.subscription()).get(0).eventId());
    assertEquals(List.of("good", "poison"), handler.handled());
    assertEquals(0, standing().parked());
  }

  @Test
  void whatAFailedHandlerHasWrittenIsRolledBack() {
    postgres.execute("create table effect (what text)");
    Handler handler =
        connect(
            new Handler() {
              @Override
              public void handle(RecordedEvent<Happened> event) {
                Sql.of(unitOfWork, "insert into effect values (?)", event.event().what()).update();
                super.handle(event);
              }
            });
    handler.refuse = "poison";

    append("poison");
    append("good");

    await(
        () -> {
          clock.forward(Duration.ofSeconds(1));
          return standing().parked() == 1 && standing().waiting() == 0;
        });
    assertEquals(
        List.of("good"),
        unitOfWork.call(
            () -> Sql.of(unitOfWork, "select what from effect").list(row -> row.getString(1))));
  }

  @Test
  void oneSubscriptionTakesSeveralTypesInTheOrderInWhichTheyHappened() {
    append("before");
    unitOfWork.run(
        () -> {
          journal.append(new Undone("one"));
          journal.append(event("two"));
          journal.append(new Undone("three"));
        });
    List<String> seen = new CopyOnWriteArrayList<>();

    journal.bindHandler(
        new DomainEventHandler<>() {
          @Override
          public String subscription() {
            return "test.both";
          }

          @Override
          public Class<DomainEvent> eventType() {
            return DomainEvent.class;
          }

          @Override
          public List<Class<? extends DomainEvent>> eventTypes() {
            return List.of(Undone.class, Happened.class);
          }

          @Override
          public boolean fromTheBeginning() {
            return true;
          }

          @Override
          public void handle(RecordedEvent<DomainEvent> event) {
            seen.add(
                event.event() instanceof Happened happened
                    ? happened.what()
                    : ((Undone) event.event()).why());
          }
        },
        reference());

    await(() -> seen.equals(List.of("before", "one", "two", "three")));
  }

  @Test
  void takesSeveralEventsAtOnceAndOneByOneWhenOneOfThemCannotBeHandled() {
    Many handler = new Many();
    handler.refuse = "poison";
    for (int i = 1; i <= 5; i++) {
      append(i == 3 ? "poison" : "good " + i);
    }

    connect(handler);

    await(
        () -> {
          clock.forward(Duration.ofSeconds(1));
          return standing().parked() == 1 && standing().waiting() == 0;
        });
    assertEquals(List.of("good 1", "good 2", "good 4", "good 5"), handler.handled());
    assertEquals(List.of(5), handler.sizes);

    for (int i = 6; i <= 20; i++) {
      append("good " + i);
    }
    await(() -> handler.handled().size() == 19);
    assertEquals("good 20", handler.handled().get(18));
  }

  /** A handler that takes many events at once. */
  private static final class Many extends Handler {
    final List<Integer> sizes = new CopyOnWriteArrayList<>();

    @Override
    public boolean fromTheBeginning() {
      return true;
    }

    @Override
    public int atOnce() {
      return 10;
    }

    @Override
    public void handleAll(List<RecordedEvent<Happened>> several) {
      sizes.add(several.size());
      if (several.stream().anyMatch(event -> event.event().what().equals(refuse))) {
        throw new IllegalStateException("one of them");
      }
      events.addAll(several);
    }
  }

  private JournalService newJournal() {
    FakeUser user = FakeUser.almighty();
    return new JournalService(unitOfWork, user, user, clock, background, timer);
  }

  private void append(String what) {
    unitOfWork.run(() -> journal.append(event(what)));
  }

  private Happened event(String what) {
    return new Happened(new CardId(7), what, clock.instant());
  }

  private SubscriptionView standing() {
    return journal.subscriptions().get(0);
  }

  private <H extends Handler> H connect(H handler) {
    journal.bindHandler(handler, reference());
    return handler;
  }

  @SuppressWarnings("unchecked")
  private static ServiceReference<DomainEventHandler<?>> reference() {
    Dictionary<String, String> headers = new Hashtable<>();
    headers.put("Kartoteka-Feature", "test");
    Bundle bundle =
        (Bundle)
            Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) ->
                    method.getName().equals("getHeaders") ? headers : null);
    return (ServiceReference<DomainEventHandler<?>>)
        Proxy.newProxyInstance(
            ServiceReference.class.getClassLoader(),
            new Class<?>[] {ServiceReference.class},
            (self, method, arguments) -> method.getName().equals("getBundle") ? bundle : null);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "did not happen within 15 s");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static class Handler implements DomainEventHandler<Happened> {
    final List<RecordedEvent<Happened>> events = new CopyOnWriteArrayList<>();
    final List<String> attempts = new CopyOnWriteArrayList<>();
    volatile String refuse;

    List<String> handled() {
      return new ArrayList<>(events).stream().map(one -> one.event().what()).toList();
    }

    @Override
    public String subscription() {
      return "test.handler";
    }

    @Override
    public Class<Happened> eventType() {
      return Happened.class;
    }

    @Override
    public void handle(RecordedEvent<Happened> event) {
      if (event.event().what().equals(refuse)) {
        attempts.add(refuse);
        throw new IllegalStateException("cannot digest " + refuse);
      }
      events.add(event);
    }
  }
}
