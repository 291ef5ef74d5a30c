package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.SettableClock;

class CheckedCredentialsTest {

  private static final User ANNA =
      new User(new UserId(1), "anna", "Anna", Locale.ENGLISH, Set.of());

  private final SettableClock clock = new SettableClock();
  private final CheckedCredentials credentials = new CheckedCredentials(clock);
  private final AtomicInteger checks = new AtomicInteger();

  @Test
  void many_calls_at_once_pay_for_one_check() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    List<Future<Optional<User>>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          threads.submit(
              () ->
                  credentials.findOr(
                      "password",
                      "anna secret",
                      Duration.ofHours(1),
                      () -> {
                        begun.countDown();
                        await(mayEnd);
                        return right();
                      })));
    }
    await(begun);
    mayEnd.countDown();
    for (Future<Optional<User>> call : calls) {
      assertEquals(Optional.of(ANNA), call.get(10, TimeUnit.SECONDS));
    }
    threads.shutdownNow();
    assertEquals(1, checks.get());
  }

  @Test
  void what_is_not_used_for_some_minutes_is_checked_again() {
    find(Duration.ofHours(1));
    clock.forward(Duration.ofMinutes(4));
    find(Duration.ofHours(1));
    clock.forward(Duration.ofMinutes(4));
    find(Duration.ofHours(1));
    assertEquals(1, checks.get());

    clock.forward(Duration.ofMinutes(6));
    find(Duration.ofHours(1));
    assertEquals(2, checks.get());
  }

  @Test
  void nothing_is_believed_longer_than_its_time() {
    find(Duration.ofMinutes(1));
    clock.forward(Duration.ofSeconds(59));
    find(Duration.ofMinutes(1));
    assertEquals(1, checks.get());

    clock.forward(Duration.ofSeconds(1));
    find(Duration.ofMinutes(1));
    assertEquals(2, checks.get());
  }

  @Test
  void a_check_from_before_a_change_is_not_remembered() {
    credentials.findOr(
        "password",
        "anna secret",
        Duration.ofHours(1),
        () -> {
          credentials.forgetAll();
          return right();
        });

    find(Duration.ofHours(1));
    assertEquals(2, checks.get());
  }

  @Test
  void what_is_wrong_is_checked_every_time() {
    for (int i = 0; i < 2; i++) {
      assertEquals(
          Optional.empty(),
          credentials.findOr(
              "password",
              "anna wrong",
              Duration.ofHours(1),
              () -> {
                checks.incrementAndGet();
                return Optional.empty();
              }));
    }
    assertEquals(2, checks.get());
  }

  private void find(Duration atMost) {
    assertEquals(
        Optional.of(ANNA), credentials.findOr("password", "anna secret", atMost, this::right));
  }

  private Optional<User> right() {
    checks.incrementAndGet();
    return Optional.of(ANNA);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertEquals(true, latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
