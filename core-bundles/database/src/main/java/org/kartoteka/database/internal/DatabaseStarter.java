package org.kartoteka.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kartoteka.database.DataFolder;
import org.kartoteka.database.DatabaseAddress;
import org.kartoteka.database.DatabaseProblem;
import org.kartoteka.database.EmbeddedPostgres;
import org.kartoteka.database.PostgresBinaries;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database up beside everything else that starts, says so by the service {@link
 * ReadyDatabase}, and stops it as the last of all. A server that dies is started again.
 */
@Component(
    immediate = true,
    service = {})
public final class DatabaseStarter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStarter.class);
  private static final int LONGEST_STOP = 20;

  private final BundleContext context;
  private final DataSourceFactory drivers;
  private final DatabaseSettings settings;
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean stopping;
  private DataFolder folder;
  private EmbeddedPostgres embedded;
  private volatile ExternalPostgres awaited;

  @Activate
  public DatabaseStarter(
      BundleContext context,
      @Reference(target = "(osgi.jdbc.driver.class=org.postgresql.Driver)")
          DataSourceFactory drivers) {
    this.context = context;
    this.drivers = drivers;
    this.settings = new DatabaseSettings(context::getProperty, System.getenv());
    executor.execute(this::start);
  }

  @Deactivate
  void stop() throws InterruptedException {
    stopping = true;
    ExternalPostgres waitingFor = awaited;
    if (waitingFor != null) {
      waitingFor.giveUp();
    }
    executor.execute(this::shutDown);
    executor.shutdown();
    if (!executor.awaitTermination(LONGEST_STOP, TimeUnit.SECONDS)) {
      executor.shutdownNow();
    }
  }

  private void start() {
    try {
      Optional<DatabaseAddress> external = settings.external();
      DatabaseAddress address;
      if (external.isPresent()) {
        address = external.get();
        awaitExternal(address);
      } else {
        address = startEmbedded();
      }
      if (!stopping) {
        context.registerService(
            ReadyDatabase.class, new ReadyDatabase(address, settings.largestPool()), null);
      }
    } catch (DatabaseProblem e) {
      if (!stopping) {
        tell(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitExternal(DatabaseAddress address) throws DatabaseProblem, InterruptedException {
    awaited = new ExternalPostgres(drivers, address);
    if (!stopping) {
      awaited.await();
    }
  }

  private DatabaseAddress startEmbedded() throws DatabaseProblem {
    long begun = System.nanoTime();
    folder = DataFolder.open(settings.data());
    PostgresBinaries binaries =
        PostgresBinaries.unpackedIn(PostgresBinaries.cacheOr(folder.path().resolve("cache")));
    embedded = new EmbeddedPostgres(folder.path().resolve("postgresql"), binaries);
    DatabaseAddress address = embedded.start();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    LOG.info("PostgreSQL {} at {} after {} ms", PostgresBinaries.VERSION, address, millis);
    watch();
    return address;
  }

  private void watch() {
    executor.scheduleWithFixedDelay(this::restartIfDead, 1, 1, TimeUnit.SECONDS);
  }

  private void restartIfDead() {
    if (stopping || embedded.alive()) {
      return;
    }
    LOG.error("PostgreSQL ended unexpectedly; starting it again");
    try {
      embedded.start();
      LOG.info("PostgreSQL is back");
    } catch (DatabaseProblem e) {
      LOG.error("PostgreSQL can not be started again", e);
    }
  }

  private void shutDown() {
    try {
      if (embedded != null) {
        embedded.close();
        LOG.info("PostgreSQL stopped");
      }
    } catch (DatabaseProblem e) {
      LOG.error("PostgreSQL could not be stopped", e);
    } finally {
      if (folder != null) {
        folder.close();
      }
    }
  }

  private void tell(DatabaseProblem problem) {
    LOG.error("There is no database: {}", problem.getMessage(), problem);
    settings.problemFile().ifPresent(file -> write(file, problem.getMessage()));
  }

  private static void write(Path file, String sentence) {
    try {
      Files.writeString(file, sentence + System.lineSeparator());
    } catch (IOException e) {
      LOG.warn("The problem could not be written to {}", file, e);
    }
  }
}
