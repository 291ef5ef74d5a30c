package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.itests.platform.exam.InContainer;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.settings.Settings;

/** One transaction across bundles: core writes by JPA, platform by SQL. */
@InContainer
class TransactionsIT {

  private static final String KEY = "itest.transaction";

  @Inject private UnitOfWork unitOfWork;
  @Inject private CurrentUser currentUser;
  @Inject private PartyRegister parties;
  @Inject private Settings settings;

  @Test
  void what_two_bundles_write_is_there_together() {
    PartyId id =
        asSystem(
            () ->
                unitOfWork.call(
                    () -> {
                      settings.set(KEY, "committed");
                      return parties.register(PartyData.organisation("Committed whole")).id();
                    }));

    assertTrue(asSystem(() -> parties.find(id)).isPresent());
    assertEquals(Optional.of("committed"), asSystem(() -> settings.get(KEY)));
  }

  @Test
  void what_two_bundles_write_is_rolled_back_together() {
    AtomicReference<PartyId> id = new AtomicReference<>();
    asSystem(
        () -> {
          settings.set(KEY, "before");
          return null;
        });
    long events = events();

    assertThrows(
        IllegalStateException.class,
        () ->
            asSystem(
                () ->
                    unitOfWork.call(
                        () -> {
                          settings.set(KEY, "after");
                          id.set(parties.register(PartyData.organisation("Rolled back")).id());
                          throw new IllegalStateException("on purpose");
                        })));

    assertFalse(asSystem(() -> parties.find(id.get())).isPresent());
    assertEquals(Optional.of("before"), asSystem(() -> settings.get(KEY)));
    assertEquals(events, events());
  }

  @Test
  void a_failure_deep_inside_rolls_back_the_outermost() {
    AtomicReference<PartyId> id = new AtomicReference<>();

    assertThrows(
        RuntimeException.class,
        () ->
            asSystem(
                () ->
                    unitOfWork.call(
                        () -> {
                          id.set(parties.register(PartyData.organisation("Outer")).id());
                          return parties.register(PartyData.organisation(" "));
                        })));

    assertFalse(asSystem(() -> parties.find(id.get())).isPresent());
  }

  @Test
  void separate_work_stays_when_the_work_around_it_fails() {
    AtomicReference<PartyId> separate = new AtomicReference<>();

    assertThrows(
        IllegalStateException.class,
        () ->
            asSystem(
                () ->
                    unitOfWork.call(
                        () -> {
                          separate.set(
                              unitOfWork.callSeparately(
                                  () -> parties.register(PartyData.organisation("Separate")).id()));
                          throw new IllegalStateException("on purpose");
                        })));

    assertTrue(asSystem(() -> parties.find(separate.get())).isPresent());
  }

  @Test
  void two_who_deadlock_are_both_served() throws Exception {
    PartyId one = asSystem(() -> parties.register(PartyData.organisation("One")).id());
    PartyId other = asSystem(() -> parties.register(PartyData.organisation("Other")).id());
    AtomicInteger attempts = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = people.submit(() -> bar(one, other, attempts, together));
      Future<?> second = people.submit(() -> bar(other, one, attempts, together));
      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
    } finally {
      people.shutdownNow();
    }

    assertEquals(3, attempts.get());
    assertEquals(PartyStatus.PASSIVE, asSystem(() -> parties.get(one)).status());
    assertEquals(PartyStatus.PASSIVE, asSystem(() -> parties.get(other)).status());
  }

  private void bar(PartyId mine, PartyId yours, AtomicInteger attempts, CyclicBarrier together) {
    asSystem(
        () ->
            unitOfWork.callRepeatably(
                () -> {
                  parties.changeStatus(mine, ExpectedRevision.any(), PartyStatus.PASSIVE, null);
                  if (attempts.incrementAndGet() <= 2) {
                    await(together);
                  }
                  return parties.changeStatus(
                      yours, ExpectedRevision.any(), PartyStatus.PASSIVE, null);
                }));
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_schemas_were_migrated_in_the_declared_order() {
    List<String> order =
        unitOfWork.call(
            () ->
                Sql.of(
                        unitOfWork,
                        "select schema from platform.schema_history group by schema order by"
                            + " min(installed_at), min(schema)")
                    .list(row -> row.getString(1)));

    assertTrue(order.indexOf("platform") < order.indexOf("core"), order::toString);
    assertTrue(order.indexOf("platform") < order.indexOf("security"), order::toString);
    assertTrue(order.indexOf("core") < order.indexOf("competitors"), order::toString);
  }

  private long events() {
    return unitOfWork.call(
        () ->
            Sql.of(unitOfWork, "select count(*) from platform.event")
                .list(row -> row.getLong(1))
                .get(0));
  }

  private <T> T asSystem(Supplier<T> work) {
    return currentUser.runAs(User.SYSTEM, work);
  }
}
