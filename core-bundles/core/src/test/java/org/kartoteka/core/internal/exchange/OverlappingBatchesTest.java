package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportView;

/** Imports whose batches are taken on two threads. */
class OverlappingBatchesTest {

  private static final int ROWS = 2600;

  @Test
  void rows_find_those_of_the_batch_before_and_keep_their_order() throws Exception {
    try (CoreFixture core = new CoreFixture()) {
      StringBuilder csv = new StringBuilder("number,name\n");
      for (int i = 0; i < ROWS; i++) {
        csv.append("T-").append(i % 2 == 0 ? i : Math.max(1, i - 450)).append(",Twice\n");
      }

      ImportView done = run(core, csv.toString());

      assertEquals(ImportView.State.DONE, done.state());
      assertEquals(
          number(core, "select count(distinct lower(number)) from core.party"), done.created());
      assertEquals(ROWS, done.created() + done.skipped());
      assertEquals(
          0,
          number(
              core,
              """
              select count(*) from core.import_row r
                join core.party p on p.id::text = r.record_id
               where r.outcome = 'SKIPPED'
                 and not exists (select 1 from core.import_row first
                                  where first.record_id = r.record_id and first.row < r.row
                                    and first.outcome = 'CREATED')
              """));
    }
  }

  @Test
  void a_number_of_the_file_that_is_drawn_for_another_row_at_the_same_time_is_given_once()
      throws Exception {
    try (CoreFixture core = new CoreFixture()) {
      long next = number(core, "select nextval('core.party_number_seq')");
      StringBuilder csv = new StringBuilder("number,name\n");
      for (int i = 0; i < ROWS; i++) {
        String number = i == 499 ? String.format("P%06d", next + 700) : "";
        csv.append(number).append(",Drawn ").append(i).append('\n');
      }

      ImportView done = run(core, csv.toString());

      assertEquals(List.of((long) ROWS, 0L, 0L, 0L), Desk.counts(done));
      assertEquals(ROWS, number(core, "select count(distinct lower(number)) from core.party"));
    }
  }

  private static ImportView run(CoreFixture core, String csv) throws Exception {
    Pool pool = new Pool();
    try {
      ImportsService imports = core.imports(pool);
      ImportView started =
          imports.start(
              new ImportOrder("party", "overlap.csv", null, null, false),
              new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
      pool.first().get(60, TimeUnit.SECONDS);
      return imports.find(started.id());
    } finally {
      pool.shutdownNow();
    }
  }

  private static long number(CoreFixture core, String sql) {
    return core.unitOfWork.call(() -> Sql.of(core.unitOfWork, sql).number());
  }

  /** Threads whose work can be waited for. */
  private static final class Pool extends ThreadPoolExecutor {

    private final ConcurrentLinkedDeque<Future<?>> works = new ConcurrentLinkedDeque<>();

    Pool() {
      super(4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable work) {
      FutureTask<Void> known = new FutureTask<>(work, null);
      works.add(known);
      super.execute(known);
    }

    Future<?> first() {
      return works.getFirst();
    }
  }
}
