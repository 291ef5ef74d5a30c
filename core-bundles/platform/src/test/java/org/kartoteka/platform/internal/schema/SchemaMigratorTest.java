package org.kartoteka.platform.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.testing.PostgresFixture;

class SchemaMigratorTest {

  private static final Migration FIRST =
      new Migration(1, "V001__first.sql", "create table a (x int)");
  private static final Migration SECOND =
      new Migration(2, "V002__second.sql", "alter table a add column y int");

  private final PostgresFixture postgres = PostgresFixture.create();
  private final SchemaMigrator migrator = new SchemaMigrator(postgres.dataSource());

  @Test
  void runsWhatIsMissingAndOnlyOnce() {
    assertEquals(1, migrator.migrate("room", "1.0.0", List.of(FIRST)));
    assertEquals(1, migrator.migrate("room", "1.1.0", List.of(FIRST, SECOND)));
    assertEquals(0, migrator.migrate("room", "1.1.0", List.of(FIRST, SECOND)));

    postgres.execute("insert into room.a (x, y) values (1, 2)");
  }

  @Test
  void refusesAScriptThatWasChangedAfterItHadBeenRun() {
    migrator.migrate("room", "1.0.0", List.of(FIRST));
    Migration changed = new Migration(1, "V001__first.sql", "create table a (x bigint)");

    SchemaRefused refused =
        assertThrows(
            SchemaRefused.class, () -> migrator.migrate("room", "1.0.1", List.of(changed)));

    assertTrue(refused.getMessage().contains("V001__first.sql"), refused.getMessage());
  }

  @Test
  void refusesADatabaseNewerThanTheBundle() {
    migrator.migrate("room", "1.1.0", List.of(FIRST, SECOND));

    assertThrows(SchemaRefused.class, () -> migrator.migrate("room", "1.0.0", List.of(FIRST)));
  }

  @Test
  void leavesNothingBehindWhenAScriptFails() {
    Migration broken = new Migration(2, "V002__broken.sql", "create table b (x int); selekt 1");

    assertThrows(
        DataAccessFailed.class, () -> migrator.migrate("room", "1.0.0", List.of(FIRST, broken)));

    assertEquals(0, count("select count(*) from pg_namespace where nspname = 'room'"));
    assertEquals(1, migrator.migrate("room", "1.0.0", List.of(FIRST)));
  }

  private long count(String sql) {
    try (Connection connection = postgres.dataSource().getConnection()) {
      return Sql.of(connection, sql).number();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
