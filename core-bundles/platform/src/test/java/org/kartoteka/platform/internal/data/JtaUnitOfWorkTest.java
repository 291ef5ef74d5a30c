package org.kartoteka.platform.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.TransactionManager;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.problem.Collided;

class JtaUnitOfWorkTest {

  private final List<String> acts = new ArrayList<>();
  private final JtaUnitOfWork unitOfWork =
      new JtaUnitOfWork(
          noting(TransactionManager.class, name -> Status.STATUS_ACTIVE),
          noting(DataSource.class, name -> noting(Connection.class, call -> null)));

  @Test
  void readingHasAConnectionAndNoTransaction() {
    boolean same = unitOfWork.read(() -> unitOfWork.connection() == unitOfWork.connection());

    assertTrue(same);
    assertEquals(List.of("getConnection", "close"), acts);
    assertThrows(IllegalStateException.class, unitOfWork::connection);
  }

  @Test
  void writingInsideOfReadingHasATransactionOfItsOwn() {
    boolean same =
        unitOfWork.read(
            () -> {
              Connection reading = unitOfWork.connection();
              unitOfWork.run(() -> assertNotSame(reading, unitOfWork.connection()));
              return reading == unitOfWork.connection();
            });

    assertTrue(same);
    assertEquals(
        List.of("getConnection", "begin", "getConnection", "close", "getStatus", "commit", "close"),
        acts);
  }

  @Test
  void readingInsideOfATransactionJoinsIt() {
    boolean same =
        unitOfWork.call(
            () -> {
              Connection writing = unitOfWork.connection();
              return unitOfWork.read(() -> writing == unitOfWork.connection());
            });

    assertTrue(same);
    assertEquals(List.of("begin", "getConnection", "close", "getStatus", "commit"), acts);
  }

  @Test
  void aFailedReadingGivesEverythingBack() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            unitOfWork.read(
                () -> {
                  unitOfWork.resource("key", () -> acts.add("open"), open -> acts.add("shut"));
                  unitOfWork.connection();
                  throw new IllegalArgumentException("broken");
                }));

    assertEquals(List.of("open", "getConnection", "shut", "close"), acts);
    assertThrows(IllegalStateException.class, unitOfWork::connection);
  }

  @Test
  void whatIsToBeDoneAfterCommitIsDoneAtOnceWhileReading() {
    unitOfWork.read(
        () -> {
          unitOfWork.afterCommit(() -> acts.add("done"));
          return acts.add("read on");
        });

    assertEquals(List.of("done", "read on"), acts);
  }

  @Test
  void whatCollidedIsDoneAgainInANewTransactionAndItsFollowingOnce() {
    AtomicInteger attempts = new AtomicInteger();

    int last =
        unitOfWork.callRepeatably(
            () -> {
              unitOfWork.afterCommit(() -> acts.add("done"));
              return unitOfWork.call(() -> deadlockedUntil(3, attempts));
            });

    assertEquals(3, last);
    assertEquals(
        List.of(
            "begin",
            "getStatus",
            "setRollbackOnly",
            "rollback", //
            "begin",
            "getStatus",
            "setRollbackOnly",
            "rollback", //
            "begin",
            "getStatus",
            "commit",
            "done"),
        acts);
  }

  @Test
  void whatMayNotBeRepeatedIsToldThatItCollided() {
    AtomicInteger attempts = new AtomicInteger();

    assertThrows(Collided.class, () -> unitOfWork.call(() -> deadlockedUntil(2, attempts)));
    assertThrows(
        Collided.class,
        () -> unitOfWork.call(() -> unitOfWork.callRepeatably(() -> deadlockedUntil(9, attempts))));

    assertEquals(2, attempts.get());
  }

  private static int deadlockedUntil(int last, AtomicInteger attempts) {
    if (attempts.incrementAndGet() < last) {
      throw new IllegalStateException(
          new DataAccessFailed("update", new SQLException("deadlock detected", "40P01")));
    }
    return attempts.get();
  }

  @SuppressWarnings("unchecked")
  private <T> T noting(Class<T> type, Function<String, Object> answer) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader() == null
                ? JtaUnitOfWorkTest.class.getClassLoader()
                : type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("equals")) {
                return self == arguments[0];
              }
              if (method.getName().equals("toString")) {
                return type.getSimpleName();
              }
              acts.add(method.getName());
              return method.getReturnType() == void.class ? null : answer.apply(method.getName());
            });
  }
}
