package org.kartoteka.platform.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;

/** Brings one schema to the version of its bundle, all missing scripts in one transaction. */
final class SchemaMigrator {

  /** Only one node and one bundle at a time; the number is ours alone in the database. */
  private static final long LOCK = 7_270_014L;

  private final DataSource dataSource;

  SchemaMigrator(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs what is missing.
   *
   * @return how many scripts were run
   * @throws SchemaRefused when a script was changed after release or the database is newer
   */
  int migrate(String schema, String bundleVersion, List<Migration> migrations) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int done = migrate(connection, schema, bundleVersion, migrations);
        connection.commit();
        return done;
      } catch (RuntimeException | SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new DataAccessFailed("migrate " + schema, e);
    }
  }

  private static int migrate(
      Connection connection, String schema, String bundleVersion, List<Migration> migrations)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      statement.execute("create schema if not exists platform");
      statement.execute(
          "create table if not exists platform.schema_history (schema text, version int, script text"
              + " not null, checksum text not null, bundle_version text not null, installed_at"
              + " timestamptz not null default now(), primary key (schema, version))");
      TreeMap<Integer, Migration> wanted = new TreeMap<>();
      for (Migration migration : migrations) {
        if (wanted.put(migration.version(), migration) != null) {
          throw new SchemaRefused(schema + ": two scripts have the version " + migration.version());
        }
      }
      Map<Integer, String> present = new HashMap<>();
      Sql.of(
              connection,
              "select version, checksum from platform.schema_history where schema = ?",
              schema)
          .list(row -> present.put(row.getInt(1), row.getString(2)));
      int newest = present.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
      if (newest > (wanted.isEmpty() ? 0 : wanted.lastKey())) {
        throw new SchemaRefused(
            schema + ": the database has version " + newest + ", newer than this bundle knows");
      }
      statement.execute("create schema if not exists " + schema);
      int done = 0;
      for (Migration migration : wanted.values()) {
        String known = present.get(migration.version());
        if (known == null) {
          run(connection, statement, schema, bundleVersion, migration);
          done++;
        } else if (!known.equals(migration.checksum())) {
          throw new SchemaRefused(
              schema + ": the script " + migration.name() + " was changed after it had been run");
        }
      }
      return done;
    }
  }

  private static void run(
      Connection connection,
      Statement statement,
      String schema,
      String bundleVersion,
      Migration migration)
      throws SQLException {
    statement.execute("set local search_path to " + schema + ", public");
    statement.execute(migration.sql());
    Sql.of(
            connection,
            "insert into platform.schema_history (schema, version, script, checksum,"
                + " bundle_version) values (?, ?, ?, ?, ?)",
            schema,
            migration.version(),
            migration.name(),
            migration.checksum(),
            bundleVersion)
        .update();
  }
}
