package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;

class ResumingImportsTest {

  @Test
  void an_import_that_was_killed_goes_on_at_the_first_row_not_written() {
    try (CoreFixture core = new CoreFixture()) {
      Desk desk = new Desk(core);
      StringBuilder csv = new StringBuilder("number,name\n");
      for (int i = 1; i <= 2300; i++) {
        csv.append("K-").append(i).append(",Killed ").append(i).append('\n');
      }
      AtomicReference<Integer> batches = new AtomicReference<>(0);
      ImportsService dying = core.imports();
      RecordImporter real =
          dying.importers().stream().filter(one -> one.type().equals("party")).findFirst().get();
      dying.unbindImporter(real);
      dying.bindImporter(
          new DyingImporter(
              real,
              () -> {
                if (batches.updateAndGet(number -> number + 1) == 3) {
                  dying.stop();
                }
              }));
      ImportView started =
          dying.start(
              new ImportOrder("party", "killed.csv", null, null, false),
              new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));

      ImportView left = desk.ended(started.id());
      core.imports();
      ImportView resumed = desk.ended(started.id());

      assertEquals(ImportView.State.RUNNING, left.state());
      assertEquals(1500, left.done());
      assertNull(left.resumedAt());
      assertEquals(ImportView.State.DONE, resumed.state());
      assertEquals(
          List.of(2300L, 2300L, 2300L),
          List.of(resumed.done(), resumed.created(), rows(core, resumed.id())));
      assertNotNull(resumed.resumedAt());
      assertEquals(2300, core.parties.count(PartyQuery.text("Killed"), 3000));
      assertEquals(0, number(core, "select count(*) from core.import_file"));
    }
  }

  @Test
  void an_undo_that_was_killed_goes_on() {
    try (CoreFixture core = new CoreFixture()) {
      Desk desk = new Desk(core);
      StringBuilder csv = new StringBuilder("number,name\n");
      for (int i = 1; i <= 350; i++) {
        csv.append("K-").append(i).append(",Killed ").append(i).append('\n');
      }
      ImportView done = desk.run(csv.toString(), null);
      ImportsService dying = core.imports();
      dying.stop();
      dying.undo(done.id());

      ImportView left = desk.ended(done.id());
      core.imports();
      ImportView resumed = desk.ended(done.id());

      assertEquals(ImportView.State.RUNNING, left.undo().state());
      assertEquals(ImportView.State.DONE, resumed.undo().state());
      assertEquals(350, resumed.undo().removed());
      assertEquals(0, core.parties.count(PartyQuery.text("Killed"), 2000));
    }
  }

  private static long rows(CoreFixture core, ImportId id) {
    return number(
        core, "select count(distinct row) from core.import_row where import_id = " + id.value());
  }

  private static long number(CoreFixture core, String sql) {
    return core.unitOfWork.call(() -> Sql.of(core.unitOfWork, sql).number());
  }

  /** Tells of each batch. */
  private record DyingImporter(RecordImporter real, Runnable onBatch) implements RecordImporter {

    @Override
    public String type() {
      return real.type();
    }

    @Override
    public String permission() {
      return real.permission();
    }

    @Override
    public List<ImportField> fields() {
      return real.fields();
    }

    @Override
    public List<String> missing(Set<String> mapped) {
      return real.missing(mapped);
    }

    @Override
    public List<String> matchRules() {
      return real.matchRules();
    }

    @Override
    public List<RowOutcome> importRows(List<Map<String, String>> rows) {
      return real.importRows(rows);
    }

    @Override
    public List<RowOutcome> importRows(List<Map<String, String>> rows, ImportOptions options) {
      onBatch.run();
      return real.importRows(rows, options);
    }
  }
}
