package org.kartoteka.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kartoteka.database.DatabaseAddress;
import org.kartoteka.database.DatabaseProblem;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether somebody else's PostgreSQL can be used. */
final class ExternalPostgres {
  static final int LEAST_MAJOR = 15;

  private static final Logger LOG = LoggerFactory.getLogger(ExternalPostgres.class);
  private static final int TRIES = 30;
  private static final long PAUSE_MILLIS = 2000;

  private final DataSourceFactory drivers;
  private final DatabaseAddress address;
  private final CountDownLatch givenUp = new CountDownLatch(1);

  ExternalPostgres(DataSourceFactory drivers, DatabaseAddress address) {
    this.drivers = drivers;
    this.address = address;
  }

  /** Ends a wait, now or later: nobody needs the database any more. */
  void giveUp() {
    givenUp.countDown();
  }

  /** Waits a minute for it, since machines start in any order; refuses one that is too old. */
  void await() throws DatabaseProblem, InterruptedException {
    SQLException last = null;
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        check();
        return;
      } catch (SQLException e) {
        if (!passing(e)) {
          throw new DatabaseProblem(
              "The database " + address + " refuses us: " + e.getMessage(), e);
        }
        if (tried == 0) {
          LOG.warn("The database {} does not answer yet: {}", address, e.getMessage());
        }
        last = e;
        if (givenUp.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    throw new DatabaseProblem(
        "The database " + address + " does not answer: " + (last == null ? "" : last.getMessage()),
        last);
  }

  /** Connection trouble (class 08) and a server still starting (57P03) pass; a refusal does not. */
  private static boolean passing(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.equals("57P03"));
  }

  private void check() throws SQLException, DatabaseProblem {
    try (Connection connection =
        drivers.createDriver(new Properties()).connect(address.url(), credentials())) {
      var data = connection.getMetaData();
      if (data.getDatabaseMajorVersion() < LEAST_MAJOR) {
        throw new DatabaseProblem(
            "The database "
                + address
                + " is PostgreSQL "
                + data.getDatabaseProductVersion()
                + "; Kartoteka needs "
                + LEAST_MAJOR
                + " or newer.");
      }
      LOG.info("Using PostgreSQL {} at {}", data.getDatabaseProductVersion(), address);
    }
  }

  private Properties credentials() {
    Properties credentials = new Properties();
    credentials.setProperty("user", address.user());
    credentials.setProperty("password", address.password());
    credentials.setProperty("loginTimeout", "5");
    return credentials;
  }
}
