package org.kartoteka.core.internal.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.kartoteka.core.internal.exchange.ImportStore.Result;
import org.kartoteka.core.internal.exchange.Turns.Overtaken;
import org.kartoteka.core.internal.exchange.Turns.Turn;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports one table. Each batch is one transaction, which also writes the outcome of its rows, so
 * that records and outcomes are there together or not at all. When a batch fails as a whole, its
 * rows are tried one by one.
 */
final class ImportRun {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
  private static final int BATCH = 500;
  private static final int DRY_BATCH = 2000;
  private static final Duration LOCKED = Duration.ofSeconds(5);

  private final Place place;
  private final UnitOfWork unitOfWork;
  private final ImportStore store;
  private final ImportId id;
  private final Supplier<RecordImporter> importer;
  private final Table table;
  private final Map<String, String> mapping;
  private final ImportOptions options;
  private final boolean dryRun;
  private final Turns turns;
  private volatile long done;

  /**
   * Where an import runs.
   *
   * @param threads run work as the user who started the import
   * @param stopping whether this bundle is being stopped
   */
  record Place(
      UnitOfWork unitOfWork,
      ImportStore store,
      ImportFiles files,
      Executor threads,
      BooleanSupplier stopping) {}

  /**
   * Prepares the import.
   *
   * @param importer gives null when its bundle is gone
   */
  ImportRun(
      Place place,
      ImportId id,
      Supplier<RecordImporter> importer,
      Table table,
      Map<String, String> mapping,
      ImportOptions options,
      boolean dryRun) {
    this.place = place;
    this.unitOfWork = place.unitOfWork();
    this.store = place.store();
    this.id = id;
    this.importer = importer;
    this.table = table;
    this.mapping = mapping;
    this.options = options;
    this.dryRun = dryRun;
    this.turns = new Turns(place.threads(), this::take);
  }

  /** Carries what would have come of a dry run out of its transaction, which is rolled back. */
  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<RowOutcome> outcomes;

    RolledBack(List<RowOutcome> outcomes) {
      super("dry run", null, false, false);
      this.outcomes = outcomes;
    }
  }

  /** Says that the import stays as it is: it goes on after the next start, or somewhere else. */
  private static final class Left extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Left() {
      super("left", null, false, false);
    }
  }

  /** Says that the import ends before its file does. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ImportView.State state;

    Ended(ImportView.State state, String problem) {
      super(problem, null, false, false);
      this.state = state;
    }
  }

  /**
   * Imports the table from the first row that was not taken yet to its end, and tells how it ended.
   */
  void run() {
    try {
      try {
        read();
      } finally {
        turns.finish();
      }
      end(ImportView.State.DONE, null);
    } catch (Ended ended) {
      end(ended.state, ended.getMessage());
    } catch (Left left) {
      LOG.info("Import {} is left for the next start", id.value());
    } catch (RuntimeException failure) {
      LOG.error("Import {} failed", id.value(), failure);
      end(ImportView.State.FAILED, "import.problem.unexpected");
    }
  }

  private void read() {
    done = unitOfWork.callSeparately(() -> store.done(id));
    long before = done;
    List<BatchRow> batch = new ArrayList<>();
    int size = dryRun ? DRY_BATCH : BATCH;
    table.forEach(
        (number, cells) -> {
          if (number > before) {
            batch.add(row(number, cells));
          }
          if (batch.size() == size) {
            hand(List.copyOf(batch));
            batch.clear();
          }
          return true;
        });
    if (!batch.isEmpty()) {
      hand(List.copyOf(batch));
    }
  }

  private void end(ImportView.State state, String problem) {
    unitOfWork.callSeparately(
        () -> {
          store.end(id, state, problem);
          place.files().forget(id);
          return null;
        });
  }

  private BatchRow row(long number, List<String> cells) {
    Map<String, String> named = table.named(cells);
    RowOutcome refusal =
        table.overflows(cells)
            ? RowOutcome.refused(
                List.of(FieldError.of("", "columns", cells.size(), table.columns().size())))
            : null;
    return new BatchRow(
        number, named, Mapping.fields(mapping, named, options.clearBlank()), refusal);
  }

  private void hand(List<BatchRow> batch) {
    if (place.stopping().getAsBoolean()) {
      if (dryRun) {
        throw new Ended(ImportView.State.FAILED, "import.problem.interrupted");
      }
      throw new Left();
    }
    if (unitOfWork.call(() -> store.isCancelled(id))) {
      throw new Ended(ImportView.State.CANCELLED, null);
    }
    turns.take(batch, claims(batch));
  }

  /** What the rows of the batch look for; null when that is not known. */
  private Set<Object> claims(List<BatchRow> batch) {
    RecordImporter present = dryRun ? null : importer.get();
    Set<Object> claims = new HashSet<>();
    for (BatchRow row : batch) {
      Set<Object> own = present == null ? null : present.claims(row.fields(), options);
      if (own == null) {
        return null;
      }
      claims.addAll(own);
    }
    return claims;
  }

  private void take(List<BatchRow> batch, Turn turn) {
    try {
      try {
        together(batch, turn);
      } catch (Overtaken overtaken) {
        turn.awaitTheEndOfTheOneBefore();
        together(batch, turn);
      }
    } catch (Ended | Left ended) {
      throw ended;
    } catch (RuntimeException failure) {
      LOG.info("A batch of import {} failed, its rows are tried one by one", id.value(), failure);
      turn.failedTogether();
      turn.awaitTheEndOfTheOneBefore();
      batch.forEach(this::alone);
    }
  }

  private void alone(BatchRow row) {
    try {
      List<BatchRow> rows = List.of(row);
      if (dryRun) {
        write(rows, wouldBe(rows));
      } else {
        taken(rows, () -> outcomes(rows));
      }
    } catch (Ended | Left ended) {
      throw ended;
    } catch (InvalidInput invalid) {
      refuse(row, invalid.errors());
    } catch (Problem problem) {
      refuse(row, List.of(new FieldError("", "refused", problem.key(), problem.arguments())));
    } catch (RuntimeException failure) {
      LOG.warn("Row {} of import {} failed", row.number(), id.value(), failure);
      refuse(row, List.of(FieldError.of("", "unexpected")));
    }
  }

  private void together(List<BatchRow> batch, Turn turn) {
    if (dryRun) {
      write(batch, wouldBe(batch));
    } else {
      taken(
          batch,
          () -> {
            store.waitForLocks(LOCKED);
            List<RowOutcome> outcomes = outcomes(batch);
            turn.awaitTheOneBefore();
            return outcomes;
          });
    }
  }

  private List<RowOutcome> wouldBe(List<BatchRow> batch) {
    try {
      return unitOfWork.callSeparately(
          () -> {
            throw new RolledBack(outcomes(batch));
          });
    } catch (RolledBack dry) {
      return dry.outcomes;
    }
  }

  private void refuse(BatchRow row, List<FieldError> errors) {
    write(List.of(row), List.of(RowOutcome.refused(errors)));
  }

  private void write(List<BatchRow> batch, List<RowOutcome> outcomes) {
    taken(batch, () -> outcomes);
  }

  /** Takes the rows and writes what came of them, in one transaction. */
  private void taken(List<BatchRow> batch, Supplier<List<RowOutcome>> outcomes) {
    unitOfWork.callSeparately(
        () -> {
          keep(batch, outcomes.get());
          return null;
        });
    done += batch.size();
  }

  private void keep(List<BatchRow> batch, List<RowOutcome> outcomes) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      results.add(new Result(batch.get(i).number(), outcomes.get(i), batch.get(i).cells()));
    }
    if (!store.add(id, done, results, dryRun)) {
      throw new Left();
    }
  }

  private List<RowOutcome> outcomes(List<BatchRow> batch) {
    RecordImporter present = importer.get();
    if (present == null) {
      throw new Ended(ImportView.State.FAILED, "import.problem.importer-gone");
    }
    List<Map<String, String>> rows =
        batch.stream().filter(row -> row.refusal() == null).map(BatchRow::fields).toList();
    List<RowOutcome> read = new ArrayList<>(present.importRows(rows, options));
    List<RowOutcome> outcomes = new ArrayList<>();
    for (BatchRow row : batch) {
      outcomes.add(row.refusal() == null ? read.remove(0) : row.refusal());
    }
    return outcomes;
  }
}
