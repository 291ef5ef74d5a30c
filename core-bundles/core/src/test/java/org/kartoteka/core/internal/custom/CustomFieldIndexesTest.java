package org.kartoteka.core.internal.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldIndex;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Sql;

@Timeout(120)
class CustomFieldIndexesTest {

  private CoreFixture core;

  @BeforeEach
  void start() {
    core = new CoreFixture();
    core.parties.register(PartyData.organisation("First"));
  }

  @AfterEach
  void stop() {
    core.close();
  }

  @Test
  void a_field_is_there_at_once_and_its_index_soon() {
    CustomFieldView size = define("size", CustomFieldType.NUMBER);
    CustomFieldView word = define("word", CustomFieldType.TEXT);

    assertEquals(CustomFieldIndex.WAITING, size.index());
    assertEquals(Map.of(), indexes());

    List<String> heard = new ArrayList<>();
    core.customFieldNews.bindListener(heard::add);
    core.customFieldIndexes.build(() -> false);

    assertEquals(CustomFieldIndex.READY, core.customFields.get(size.id()).index());
    assertEquals(
        Map.of(
            "party_custom_" + size.id().value() + "_order", true,
            "party_custom_" + word.id().value() + "_order", true,
            "party_custom_" + word.id().value(), true),
        indexes());
    assertTrue(heard.contains("party"));
    assertEquals(size.revision(), core.customFields.get(size.id()).revision());
  }

  @Test
  void whoever_writes_does_not_wait_for_the_index() throws Exception {
    define("size", CustomFieldType.NUMBER);
    CompletableFuture<Void> building;
    try (Connection longWriter = core.postgres.dataSource().getConnection()) {
      longWriter.setAutoCommit(false);
      execute(longWriter, "update core.party set rating = 1");
      building = CompletableFuture.runAsync(() -> core.customFieldIndexes.build(() -> false));
      awaitBuilding();

      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> core.parties.register(PartyData.organisation("Second")));
      assertFalse(building.isDone());
      assertEquals(CustomFieldIndex.BUILDING, state());
      longWriter.rollback();
    }
    building.get(30, TimeUnit.SECONDS);

    assertEquals(CustomFieldIndex.READY, state());
  }

  @Test
  void what_a_crash_left_behind_is_cleared_away_and_built_anew() throws Exception {
    CustomFieldView size = define("size", CustomFieldType.NUMBER);
    String index = "party_custom_" + size.id().value() + "_order";
    try (Connection writer = core.postgres.dataSource().getConnection();
        Connection crashing = core.postgres.dataSource().getConnection()) {
      writer.setAutoCommit(false);
      execute(writer, "update core.party set rating = 1");
      execute(crashing, "set statement_timeout = '500ms'");
      assertThrows(
          SQLException.class,
          () ->
              execute(
                  crashing, "create index concurrently " + index + " on core.party (revision)"));
      writer.rollback();
    }
    sql("update core.custom_field set index_state = 'BUILDING'");
    assertEquals(Map.of(index, false), indexes());

    core.customFieldIndexes.build(() -> false);

    assertEquals(Map.of(index, true), indexes());
    assertEquals(CustomFieldIndex.READY, core.customFields.get(size.id()).index());
  }

  @Test
  void an_index_that_is_missing_is_built_again() {
    CustomFieldView size = define("size", CustomFieldType.NUMBER);
    core.customFieldIndexes.build(() -> false);
    sql("drop index core.party_custom_" + size.id().value() + "_order");

    core.customFieldIndexes.build(() -> false);

    assertEquals(1, indexes().size());
  }

  @Test
  void the_index_of_a_removed_field_goes() {
    CustomFieldView size = define("size", CustomFieldType.NUMBER);
    core.customFieldIndexes.build(() -> false);
    core.customFields.remove(
        size.id(), ExpectedRevision.of(core.customFields.get(size.id()).revision()));

    core.customFieldIndexes.build(() -> false);

    assertEquals(Map.of(), indexes());
    assertEquals(
        0,
        core.unitOfWork.call(
            () ->
                Sql.of(
                        core.unitOfWork,
                        "select count(*) from pg_statistic_ext where stxname like 'party_custom%'")
                    .number()));
  }

  private CustomFieldIndex state() {
    return core.unitOfWork.call(core.customFieldBook::load).get(0).index();
  }

  private void awaitBuilding() {
    while (core.unitOfWork.call(
                () ->
                    Sql.of(core.unitOfWork, "select count(*) from pg_stat_progress_create_index")
                        .number())
            == 0
        && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  private CustomFieldView define(String name, CustomFieldType type) {
    return core.customFields.define(CustomFieldData.of("party", name, name, type));
  }

  private Map<String, Boolean> indexes() {
    Map<String, Boolean> valid = new TreeMap<>();
    core.unitOfWork.run(
        () ->
            Sql.of(
                    core.unitOfWork,
                    "select c.relname, i.indisvalid from pg_index i"
                        + " join pg_class c on c.oid = i.indexrelid"
                        + " where c.relname ~ '^party_custom_[0-9]'")
                .list(row -> valid.put(row.getString(1), row.getBoolean(2))));
    return valid;
  }

  private void sql(String text) {
    core.unitOfWork.run(() -> Sql.of(core.unitOfWork, text).update());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
