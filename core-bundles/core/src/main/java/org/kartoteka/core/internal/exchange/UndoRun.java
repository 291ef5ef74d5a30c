package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.kartoteka.core.internal.exchange.UndoStore.Row;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one import back, the last row first. Each batch is one transaction, which also writes what
 * came of its rows; when a batch fails as a whole, its rows are tried one by one.
 */
final class UndoRun {

  private static final Logger LOG = LoggerFactory.getLogger(UndoRun.class);
  private static final int BATCH = 300;

  private final UnitOfWork unitOfWork;
  private final UndoStore store;
  private final ImportId id;
  private final Supplier<RecordImporter> importer;
  private final BooleanSupplier stopping;
  private final Map<String, Set<String>> edited = new HashMap<>();

  UndoRun(
      UnitOfWork unitOfWork,
      UndoStore store,
      ImportId id,
      Supplier<RecordImporter> importer,
      BooleanSupplier stopping) {
    this.unitOfWork = unitOfWork;
    this.store = store;
    this.id = id;
    this.importer = importer;
    this.stopping = stopping;
  }

  /** Takes everything back; when this bundle is being stopped, the next start goes on. */
  void run() {
    try {
      edited.putAll(unitOfWork.callSeparately(() -> store.edited(id)));
      long before = Long.MAX_VALUE;
      List<Row> batch = next(before);
      while (!batch.isEmpty()) {
        if (stopping.getAsBoolean()) {
          return;
        }
        distinct(batch).forEach(this::take);
        before = batch.get(batch.size() - 1).number();
        batch = next(before);
      }
      end(ImportView.State.DONE);
    } catch (RuntimeException failure) {
      if (!stopping.getAsBoolean()) {
        LOG.error("Import {} cannot be taken back any further", id.value(), failure);
        end(ImportView.State.FAILED);
      }
    }
  }

  private List<Row> next(long before) {
    return unitOfWork.callSeparately(() -> store.next(id, before, BATCH));
  }

  /** Pieces in which no record comes twice. */
  private static List<List<Row>> distinct(List<Row> batch) {
    List<List<Row>> pieces = new ArrayList<>();
    Set<String> records = new HashSet<>();
    for (Row row : batch) {
      if (pieces.isEmpty() || !records.add(row.row().recordId())) {
        pieces.add(new ArrayList<>());
        records.clear();
        records.add(row.row().recordId());
      }
      pieces.get(pieces.size() - 1).add(row);
    }
    return pieces;
  }

  private void take(List<Row> batch) {
    RecordImporter present = importer.get();
    if (present == null) {
      throw new IllegalStateException("the importer is gone");
    }
    try {
      together(present, batch);
    } catch (RuntimeException failure) {
      LOG.info("Rows of import {} are taken back one by one", id.value(), failure);
      batch.forEach(row -> alone(present, row));
    }
  }

  private void alone(RecordImporter present, Row row) {
    try {
      together(present, List.of(row));
    } catch (Problem refused) {
      keep(row, new FieldError("", "kept", refused.key(), refused.arguments()));
    } catch (RuntimeException failure) {
      LOG.warn("Row {} of import {} cannot be taken back", row.number(), id.value(), failure);
      keep(row, FieldError.of("", "unexpected"));
    }
  }

  private void together(RecordImporter present, List<Row> rows) {
    List<UndoOutcome> outcomes =
        unitOfWork.callSeparately(
            () -> {
              List<UndoOutcome> done = present.undo(rows.stream().map(this::imported).toList());
              store.add(id, rows, done);
              return done;
            });
    for (int i = 0; i < rows.size(); i++) {
      for (FieldError reason : outcomes.get(i).reasons()) {
        edited
            .computeIfAbsent(rows.get(i).row().recordId(), any -> new HashSet<>())
            .add(reason.field());
      }
    }
  }

  private ImportedRow imported(Row row) {
    return row.row().keeping(edited.getOrDefault(row.row().recordId(), Set.of()));
  }

  private void keep(Row row, FieldError reason) {
    unitOfWork.callSeparately(
        () -> {
          store.add(id, List.of(row), List.of(UndoOutcome.kept(List.of(reason))));
          return null;
        });
    edited.computeIfAbsent(row.row().recordId(), any -> new HashSet<>()).add(reason.field());
  }

  private void end(ImportView.State state) {
    unitOfWork.callSeparately(
        () -> {
          store.end(id, state);
          return null;
        });
  }
}
