package org.kartoteka.core.internal.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
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
      List<String> columns,
      long rows,
      String node,
      String startedBy) {}

  /** A row with what came of it. */
  record Result(long row, RowOutcome outcome, Map<String, String> cells) {}

  /** A row as it is kept. */
  record Kept(
      long row,
      RowOutcome.Kind outcome,
      String recordId,
      String label,
      Map<String, String> cells,
      List<KeptError> errors) {}

  /** An error as it is kept: its text is made when somebody asks. */
  record KeptError(String field, String code, String key, List<Object> arguments) {}

  ImportId add(Order order) {
    return Sql.of(
            unitOfWork,
            """
            insert into core.import (type, file_name, dry_run, state, mapping, columns, rows, node,
                                     started_by, started_at)
            values (?, ?, ?, 'RUNNING', ?::jsonb, ?::jsonb, ?, ?, ?, ?) returning id
            """,
            order.type(),
            order.fileName(),
            order.dryRun(),
            Json.write(order.mapping()),
            Json.write(order.columns()),
            order.rows(),
            order.node(),
            order.startedBy(),
            clock.instant())
        .first(row -> new ImportId(row.getLong(1)))
        .orElseThrow();
  }

  /** Writes the outcome of rows and moves the import on. */
  void add(ImportId id, List<Result> results, boolean dryRun) {
    List<Long> rows = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    List<String> records = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    int[] counts = new int[RowOutcome.Kind.values().length];
    for (Result result : results) {
      RowOutcome outcome = result.outcome();
      boolean refused = outcome.kind() == RowOutcome.Kind.REFUSED;
      boolean made = outcome.record() != null;
      boolean stays = made && (!dryRun || outcome.kind() == RowOutcome.Kind.SKIPPED);
      rows.add(result.row());
      kinds.add(outcome.kind().name());
      records.add(stays ? outcome.record().id() : null);
      labels.add(made ? shortened(outcome.record().label()) : null);
      cells.add(refused ? Json.write(result.cells()) : null);
      errors.add(refused ? Json.write(kept(outcome.errors())) : null);
      counts[outcome.kind().ordinal()]++;
    }
    Sql.of(
            unitOfWork,
            """
            insert into core.import_row (import_id, row, outcome, record_id, label, cells, errors)
            select ?, r.row, r.outcome, r.record_id, r.label, r.cells::jsonb, r.errors::jsonb
              from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as r(row, outcome, record_id, label, cells, errors)
            """,
            id,
            rows,
            kinds,
            records,
            labels,
            cells,
            errors)
        .update();
    Sql.of(
            unitOfWork,
            """
            update core.import
               set done = done + ?, created = created + ?, updated = updated + ?,
                   skipped = skipped + ?, refused = refused + ?
             where id = ?
            """,
            results.size(),
            counts[RowOutcome.Kind.CREATED.ordinal()],
            counts[RowOutcome.Kind.UPDATED.ordinal()],
            counts[RowOutcome.Kind.SKIPPED.ordinal()],
            counts[RowOutcome.Kind.REFUSED.ordinal()],
            id)
        .update();
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

  /** Ends what ran on this node when it went down. */
  int endInterrupted(String node, String problem) {
    return Sql.of(
            unitOfWork,
            """
            update core.import set state = 'FAILED', problem = ?, ended_at = ?
             where node = ? and state = 'RUNNING'
            """,
            problem,
            clock.instant(),
            node)
        .update();
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

  Page<ImportView> page(PageRequest request) {
    SqlText sql = new SqlText().add("select * from core.import where true");
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

  private static List<KeptError> kept(List<FieldError> errors) {
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
        Json.list(row.getString("errors"), KeptError.class));
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
        known,
        row.getLong("done"),
        row.getLong("created"),
        row.getLong("updated"),
        row.getLong("skipped"),
        row.getLong("refused"),
        row.getString("started_by"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "ended_at"),
        row.getString("problem"));
  }

  private static String shortened(String label) {
    return label.length() <= LABEL ? label : label.substring(0, LABEL);
  }
}
