package org.kartoteka.database.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.database.DatabaseAddress;
import org.kartoteka.database.DatabaseProblem;
import org.kartoteka.database.EmbeddedPostgres;
import org.kartoteka.database.PostgresBinaries;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

class ExternalPostgresTest {
  @TempDir static Path folder;
  private static final DataSourceFactory DRIVERS = new PGDataSourceFactory();
  private static EmbeddedPostgres server;
  private static DatabaseAddress address;

  @BeforeAll
  static void start() throws DatabaseProblem {
    PostgresBinaries binaries =
        PostgresBinaries.unpackedIn(PostgresBinaries.cacheOr(folder.resolve("cache")));
    server = new EmbeddedPostgres(folder.resolve("pg"), binaries).with("shared_buffers", "16MB");
    address = server.start();
  }

  @AfterAll
  static void stop() throws DatabaseProblem {
    server.close();
  }

  @Test
  void aServerOfOurVersionOrNewerIsAccepted() {
    assertDoesNotThrow(() -> new ExternalPostgres(DRIVERS, address).await());
  }

  @Test
  void aWrongPasswordIsToldAtOnceAndNeverRepeated() {
    DatabaseAddress wrong = new DatabaseAddress(address.url(), address.user(), "a wrong one");

    DatabaseProblem problem =
        assertThrows(DatabaseProblem.class, () -> new ExternalPostgres(DRIVERS, wrong).await());

    assertTrue(problem.getMessage().contains("refuses us"), problem.getMessage());
    assertFalse(problem.getMessage().contains("a wrong one"), problem.getMessage());
  }

  @Test
  void aDatabaseThatIsNotThereIsToldAtOnce() {
    DatabaseAddress missing =
        new DatabaseAddress(
            address.url().replace("/kartoteka", "/missing"), address.user(), address.password());

    DatabaseProblem problem =
        assertThrows(DatabaseProblem.class, () -> new ExternalPostgres(DRIVERS, missing).await());

    assertTrue(problem.getMessage().contains("missing"), problem.getMessage());
  }

  @Test
  void whoGivesUpNeedNotWaitForAServerThatIsNotThere() throws Exception {
    DatabaseAddress silent;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      silent =
          new DatabaseAddress(
              "jdbc:postgresql://127.0.0.1:" + free.getLocalPort() + "/kartoteka", "a", "b");
    }
    ExternalPostgres external = new ExternalPostgres(DRIVERS, silent);
    FutureTask<DatabaseProblem> wait =
        new FutureTask<>(() -> assertThrows(DatabaseProblem.class, external::await));
    new Thread(wait).start();

    external.giveUp();

    assertTrue(wait.get(10, TimeUnit.SECONDS).getMessage().contains("does not answer"));
  }
}
