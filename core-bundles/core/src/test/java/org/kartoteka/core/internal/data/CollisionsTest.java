package org.kartoteka.core.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.problem.Collided;

/** Two people write the same in opposite order, on a real PostgreSQL. */
class CollisionsTest {

  private final CoreFixture core = new CoreFixture();
  private final ExecutorService people = Executors.newFixedThreadPool(2);
  private final CyclicBarrier bothHaveOne = new CyclicBarrier(2);
  private PartyId one;
  private PartyId other;

  @BeforeEach
  void twoParties() {
    one = core.parties.register(PartyData.organisation("One")).id();
    other = core.parties.register(PartyData.organisation("Other")).id();
  }

  @AfterEach
  void close() {
    people.shutdownNow();
    core.close();
  }

  @Test
  void oneOfTwoThatDeadlockIsToldToTryAgainAndNothingOfItIsWritten() throws Exception {
    Future<?> first =
        people.submit(() -> core.unitOfWork.run(() -> both(one, other, PartyStatus.ACTIVE, true)));
    Future<?> second =
        people.submit(() -> core.unitOfWork.run(() -> both(other, one, PartyStatus.PASSIVE, true)));

    List<Throwable> failures = new ArrayList<>();
    failure(first, failures);
    failure(second, failures);

    assertEquals(1, failures.size(), failures::toString);
    assertEquals("problem.collided", assertInstanceOf(Collided.class, failures.get(0)).key());
    assertEquals(status(one), status(other));
  }

  @Test
  void repeatableWorkThatDeadlocksIsDoneAfterAll() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    Future<?> first = people.submit(() -> repeatably(one, other, attempts));
    Future<?> second = people.submit(() -> repeatably(other, one, attempts));

    first.get(20, TimeUnit.SECONDS);
    second.get(20, TimeUnit.SECONDS);

    assertEquals(3, attempts.get());
    assertEquals(PartyStatus.PASSIVE, core.parties.get(one).status());
    assertEquals(PartyStatus.PASSIVE, core.parties.get(other).status());
  }

  @Test
  void workThatAlwaysCollidesIsGivenUp() {
    AtomicInteger attempts = new AtomicInteger();

    assertThrows(
        Collided.class,
        () ->
            core.unitOfWork.runRepeatably(
                () -> {
                  attempts.incrementAndGet();
                  raise("40001");
                }));

    assertEquals(4, attempts.get());
  }

  @Test
  void aLockThatIsNotToBeHadInTimeIsACollision() {
    core.unitOfWork.run(
        () -> {
          core.partyRecords.hold(one);
          assertThrows(
              Collided.class,
              () ->
                  core.unitOfWork.callSeparately(
                      () -> {
                        Sql.of(core.unitOfWork, "set local lock_timeout = '50ms'").update();
                        return core.partyRecords.hold(one);
                      }));
        });
  }

  @Test
  void aFailedSerializationIsACollision() {
    assertThrows(
        Collided.class,
        () ->
            core.unitOfWork.run(
                () -> {
                  Sql.of(core.unitOfWork, "set transaction isolation level repeatable read")
                      .update();
                  Sql.of(core.unitOfWork, "select count(*) from core.party").number();
                  core.unitOfWork.callSeparately(
                      () ->
                          core.parties.changeStatus(
                              one, ExpectedRevision.any(), PartyStatus.ACTIVE, null));
                  core.parties.changeStatus(one, ExpectedRevision.any(), PartyStatus.PASSIVE, null);
                }));

    assertEquals(PartyStatus.ACTIVE, core.parties.get(one).status());
  }

  private void repeatably(PartyId mine, PartyId yours, AtomicInteger attempts) {
    core.unitOfWork.runRepeatably(
        () -> both(mine, yours, PartyStatus.PASSIVE, attempts.incrementAndGet() <= 2));
  }

  private void both(PartyId mine, PartyId yours, PartyStatus status, boolean together) {
    core.parties.changeStatus(mine, ExpectedRevision.any(), status, "a reason");
    if (together) {
      await();
    }
    core.parties.changeStatus(yours, ExpectedRevision.any(), status, "a reason");
  }

  private void await() {
    try {
      bothHaveOne.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void failure(Future<?> work, List<Throwable> failures) throws Exception {
    try {
      work.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      failures.add(e.getCause());
    }
  }

  private PartyStatus status(PartyId party) {
    return core.parties.get(party).status();
  }

  private void raise(String state) {
    Sql.of(core.unitOfWork, "do $$ begin raise sqlstate '" + state + "'; end $$").update();
  }
}
