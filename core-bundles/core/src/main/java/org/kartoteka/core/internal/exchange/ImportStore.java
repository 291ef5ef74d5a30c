package org.kartoteka.core.internal.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.data.Starter;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports and the outcome of their rows, as the database keeps them. */
@Component(service = ImportStore.class)
public class ImportStore {

  private static final int LABEL = 300;

  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Activate
  public ImportStore(@Reference UnitOfWork unitOfWork, @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** What is known of an import before it starts. */
  record Order(
      String type,
      String fileName,
      boolean dryRun,
      Map<String, String> mapping,
      ImportOptions options,
      List<String> columns,
      long rows,
      String node,
      User starter) {}

  /** A row with what came of it. */
  record Result(long row, RowOutcome outcome, Map<String, String> cells) {}

  /** A row as it is kept. */
  record Kept(
      long row,
      RowOutcome.Kind outcome,
      String recordId,
      String label,
      Map<String, String> cells,
      List<KeptError> errors,
      List<FieldChange> changes,
      UndoOutcome.Kind undo,
      List<KeptError> kept) {}

  /** An error as it is kept: its text is made when somebody asks. */
  record KeptError(String field, String code, String key, List<Object> arguments) {}

  ImportId add(Order order) {
    return Sql.of(
            unitOfWork,
            """
            insert into core.import (type, file_name, dry_run, state, mapping, options, columns,
                                     rows, node, starter, started_by, started_at)
            values (?, ?, ?, 'RUNNING', ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb, ?, ?)
            returning id
            """,
            order.type(),
            order.fileName(),
            order.dryRun(),
            Json.write(order.mapping()),
            Json.write(order.options()),
            Json.write(order.columns()),
            order.rows(),
            order.node(),
            Starter.write(order.starter()),
            order.starter().name(),
            clock.instant())
        .first(row -> new ImportId(row.getLong(1)))
        .orElseThrow();
  }

  /**
   * Writes the outcome of rows and moves the import on.
   *
   * @param done how many rows were taken before
   * @return false when others were taken meanwhile, so that nothing may be written
   */
  boolean add(ImportId id, long done, List<Result> results, boolean dryRun) {
    List<Long> rows = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    List<String> records = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    List<String> traces = new ArrayList<>();
    int[] counts = new int[RowOutcome.Kind.values().length];
    for (Result result : results) {
      RowOutcome outcome = result.outcome();
      boolean refused = outcome.kind() == RowOutcome.Kind.REFUSED;
      boolean made = outcome.record() != null;
      boolean stays = made && (!dryRun || outcome.kind() != RowOutcome.Kind.CREATED);
      rows.add(result.row());
      kinds.add(outcome.kind().name());
      records.add(stays ? outcome.record().id() : null);
      labels.add(made ? shortened(outcome.record().label()) : null);
      cells.add(refused ? Json.write(result.cells()) : null);
      errors.add(refused ? Json.write(kept(outcome.errors())) : null);
      changes.add(outcome.changes().isEmpty() ? null : Json.write(outcome.changes()));
      traces.add(dryRun ? null : outcome.trace());
      counts[outcome.kind().ordinal()]++;
    }
    boolean moved =
        Sql.of(
                    unitOfWork,
                    """
                    update core.import
                       set done = done + ?, created = created + ?, updated = updated + ?,
                           skipped = skipped + ?, refused = refused + ?
                     where id = ? and done = ?
                    """,
                    results.size(),
                    counts[RowOutcome.Kind.CREATED.ordinal()],
                    counts[RowOutcome.Kind.UPDATED.ordinal()],
                    counts[RowOutcome.Kind.SKIPPED.ordinal()],
                    counts[RowOutcome.Kind.REFUSED.ordinal()],
                    id,
                    done)
                .update()
            > 0;
    if (!moved) {
      return false;
    }
    Sql.of(
            unitOfWork,
            """
            insert into core.import_row
                   (import_id, row, outcome, record_id, label, cells, errors, changes, trace)
            select ?, r.row, r.outcome, r.record_id, r.label, r.cells::jsonb, r.errors::jsonb,
                   r.changes::jsonb, r.trace
              from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[])
                as r(row, outcome, record_id, label, cells, errors, changes, trace)
            """,
            id,
            rows,
            kinds,
            records,
            labels,
            cells,
            errors,
            changes,
            traces)
        .update();
    return true;
  }

  /** Lets the present transaction fail rather than wait longer for what others hold. */
  void waitForLocks(Duration atMost) {
    Sql.of(unitOfWork, "select set_config('lock_timeout', ?, true)", atMost.toMillis() + "ms")
        .first(row -> row.getString(1));
  }

  /** Ends a running import. */
  void end(ImportId id, ImportView.State state, String problem) {
    Sql.of(
            unitOfWork,
            """
            update core.import set state = ?, problem = ?, ended_at = ?
             where id = ? and state = 'RUNNING'
            """,
            state,
            problem,
            clock.instant(),
            id)
        .update();
  }

  /** What an import that was interrupted needs to go on. */
  record Interrupted(
      ImportId id, String type, Map<String, String> mapping, ImportOptions options, User starter) {}

  /**
   * What ran on this node when it went down and can go on. Trials, which leave nothing behind, end.
   */
  List<Interrupted> interrupted(String node, String problem) {
    Sql.of(
            unitOfWork,
            """
            update core.import set state = 'FAILED', problem = ?, ended_at = ?
             where node = ? and state = 'RUNNING'
               and (dry_run or starter is null
                    or not exists (select 1 from core.import_file f where f.import_id = import.id))
            """,
            problem,
            clock.instant(),
            node)
        .update();
    return Sql.of(
            unitOfWork,
            "select * from core.import where node = ? and state = 'RUNNING' order by id",
            node)
        .list(
            row ->
                new Interrupted(
                    new ImportId(row.getLong("id")),
                    row.getString("type"),
                    Json.texts(row.getString("mapping")),
                    Json.value(row.getString("options"), ImportOptions.class),
                    Starter.read(row.getString("starter"))));
  }

  /** An interrupted import goes on. */
  void resumed(ImportId id) {
    Sql.of(unitOfWork, "update core.import set resumed_at = ? where id = ?", clock.instant(), id)
        .update();
  }

  /** How many rows were taken: all before the first one that was not written. */
  long done(ImportId id) {
    return Sql.of(unitOfWork, "select done from core.import where id = ?", id).number();
  }

  /** Asks a running import to end; false when it does not run. */
  boolean cancel(ImportId id) {
    return Sql.of(
                unitOfWork,
                "update core.import set cancel = true where id = ? and state = 'RUNNING'",
                id)
            .update()
        > 0;
  }

  boolean isCancelled(ImportId id) {
    return Sql.of(unitOfWork, "select cancel from core.import where id = ?", id)
        .first(row -> row.getBoolean(1))
        .orElse(true);
  }

  /**
   * One import.
   *
   * @throws NotFound when there is none
   */
  ImportView get(ImportId id) {
    return Sql.of(unitOfWork, "select * from core.import where id = ?", id)
        .first(ImportStore::view)
        .orElseThrow(() -> new NotFound("import", id.value()));
  }

  List<String> columns(ImportId id) {
    return Sql.of(unitOfWork, "select columns from core.import where id = ?", id)
        .first(row -> Json.list(row.getString(1), String.class))
        .orElseThrow(() -> new NotFound("import", id.value()));
  }

  Page<ImportView> page(Optional<String> by, PageRequest request) {
    SqlText sql = new SqlText().add("select * from core.import where true");
    by.ifPresent(name -> sql.add("and started_by = ?", name));
    if (request.after() != null) {
      sql.add("and id < ?", number(request));
    }
    sql.add("order by id desc limit ?", request.limit() + 1);
    List<ImportView> found = Sql.of(unitOfWork, sql.text(), sql.array()).list(ImportStore::view);
    boolean more = found.size() > request.limit();
    List<ImportView> items = more ? found.subList(0, request.limit()) : found;
    return new Page<>(
        items, more ? Cursor.of(List.of(items.get(items.size() - 1).id().value())) : null);
  }

  Page<Kept> rows(ImportId id, RowOutcome.Kind outcome, PageRequest request) {
    SqlText sql = new SqlText().add("select * from core.import_row where import_id = ?", id);
    if (outcome != null) {
      sql.add("and outcome = ?", outcome);
    }
    return rows(sql, request);
  }

  /** The rows that were not taken back as a whole. */
  Page<Kept> kept(ImportId id, PageRequest request) {
    return rows(
        new SqlText()
            .add("select * from core.import_row where import_id = ?", id)
            .add("and undo in ('PARTLY', 'KEPT')"),
        request);
  }

  private Page<Kept> rows(SqlText sql, PageRequest request) {
    if (request.after() != null) {
      sql.add("and row > ?", number(request));
    }
    sql.add("order by row limit ?", request.limit() + 1);
    List<Kept> found = Sql.of(unitOfWork, sql.text(), sql.array()).list(ImportStore::kept);
    boolean more = found.size() > request.limit();
    List<Kept> items = more ? found.subList(0, request.limit()) : found;
    return new Page<>(items, more ? Cursor.of(List.of(items.get(items.size() - 1).row())) : null);
  }

  private static long number(PageRequest request) {
    try {
      return Long.parseLong(String.valueOf(Cursor.values(request.after(), 1).get(0)));
    } catch (NumberFormatException foreign) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }

  static List<KeptError> kept(List<FieldError> errors) {
    return errors.stream()
        .map(error -> new KeptError(error.field(), error.code(), error.key(), error.arguments()))
        .toList();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("row"),
        RowOutcome.Kind.valueOf(row.getString("outcome")),
        row.getString("record_id"),
        row.getString("label"),
        Json.texts(row.getString("cells")),
        Json.list(row.getString("errors"), KeptError.class),
        Json.list(row.getString("changes"), FieldChange.class),
        row.getString("undo") == null ? null : UndoOutcome.Kind.valueOf(row.getString("undo")),
        Json.list(row.getString("kept"), KeptError.class));
  }

  private static ImportView view(ResultSet row) throws SQLException {
    long rows = row.getLong("rows");
    Long known = row.wasNull() ? null : rows;
    return new ImportView(
        new ImportId(row.getLong("id")),
        row.getString("type"),
        row.getString("file_name"),
        row.getBoolean("dry_run"),
        ImportView.State.valueOf(row.getString("state")),
        Json.texts(row.getString("mapping")),
        Json.value(row.getString("options"), ImportOptions.class),
        known,
        row.getLong("done"),
        row.getLong("created"),
        row.getLong("updated"),
        row.getLong("skipped"),
        row.getLong("refused"),
        row.getString("started_by"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "resumed_at"),
        Sql.instant(row, "ended_at"),
        row.getString("problem"),
        row.getString("undo_state") == null ? null : undo(row));
  }

  private static ImportView.Undo undo(ResultSet row) throws SQLException {
    return new ImportView.Undo(
        ImportView.State.valueOf(row.getString("undo_state")),
        row.getLong("undo_rows"),
        row.getLong("undo_done"),
        row.getLong("undo_removed"),
        row.getLong("undo_restored"),
        row.getLong("undo_kept"),
        row.getString("undo_by"),
        Sql.instant(row, "undo_at"),
        Sql.instant(row, "undo_ended_at"));
  }

  private static String shortened(String label) {
    return label.length() <= LABEL ? label : label.substring(0, LABEL);
  }
}
