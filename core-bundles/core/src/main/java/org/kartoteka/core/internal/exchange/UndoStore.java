package org.kartoteka.core.internal.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.internal.data.Starter;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportId;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The taking back of imports, as the database keeps it. */
@Component(service = UndoStore.class)
public class UndoStore {

  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Activate
  public UndoStore(@Reference UnitOfWork unitOfWork, @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** A row that is to be taken back. */
  record Row(long number, ImportedRow row) {}

  /** An undo that was interrupted. */
  record Interrupted(ImportId id, String type, User starter) {}

  /** Begins; false when the import still runs, wrote nothing, or was taken back before. */
  boolean begin(ImportId id, String node, User user) {
    return Sql.of(
                unitOfWork,
                """
                update core.import
                   set undo_state = 'RUNNING', undo_user = ?::jsonb, undo_by = ?, undo_at = ?,
                       node = ?, undo_rows = created + updated
                 where id = ? and undo_state is null and state <> 'RUNNING' and not dry_run
                   and created + updated > 0
                """,
                Starter.write(user),
                user.name(),
                clock.instant(),
                node,
                id)
            .update()
        > 0;
  }

  /** What was being taken back on this node when it went down. */
  List<Interrupted> interrupted(String node) {
    return Sql.of(
            unitOfWork,
            """
            select id, type, undo_user from core.import
             where node = ? and undo_state = 'RUNNING' order by id
            """,
            node)
        .list(
            row ->
                new Interrupted(
                    new ImportId(row.getLong(1)),
                    row.getString(2),
                    Starter.read(row.getString(3))));
  }

  /** The next rows that are not taken back yet, the last one of the file first. */
  List<Row> next(ImportId id, long before, int limit) {
    return Sql.of(
            unitOfWork,
            """
            select row, outcome, record_id, trace from core.import_row
             where import_id = ? and row < ? and outcome in ('CREATED', 'UPDATED') and undo is null
             order by row desc limit ?
            """,
            id,
            before,
            limit)
        .list(
            row ->
                new Row(
                    row.getLong(1),
                    new ImportedRow(
                        RowOutcome.Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        Set.of())));
  }

  /** The fields that were kept so far, by record. */
  Map<String, Set<String>> edited(ImportId id) {
    Map<String, Set<String>> edited = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select record_id, kept from core.import_row
             where import_id = ? and undo in ('PARTLY', 'KEPT')
            """,
            id)
        .list(
            row -> {
              Set<String> fields = edited.computeIfAbsent(row.getString(1), any -> new HashSet<>());
              Json.list(row.getString(2), ImportStore.KeptError.class)
                  .forEach(kept -> fields.add(kept.field()));
              return fields;
            });
    return edited;
  }

  /** Writes what came of rows and moves the undo on. */
  void add(ImportId id, List<Row> rows, List<UndoOutcome> outcomes) {
    List<Long> numbers = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    int[] counts = new int[UndoOutcome.Kind.values().length];
    for (int i = 0; i < rows.size(); i++) {
      UndoOutcome outcome = outcomes.get(i);
      numbers.add(rows.get(i).number());
      kinds.add(outcome.kind().name());
      reasons.add(
          outcome.reasons().isEmpty() ? null : Json.write(ImportStore.kept(outcome.reasons())));
      counts[outcome.kind().ordinal()]++;
    }
    Sql.of(
            unitOfWork,
            """
            update core.import_row r set undo = u.undo, kept = u.kept::jsonb
              from unnest(?::bigint[], ?::text[], ?::text[]) as u(row, undo, kept)
             where r.import_id = ? and r.row = u.row
            """,
            numbers,
            kinds,
            reasons,
            id)
        .update();
    Sql.of(
            unitOfWork,
            """
            update core.import
               set undo_done = undo_done + ?, undo_removed = undo_removed + ?,
                   undo_restored = undo_restored + ?, undo_kept = undo_kept + ?
             where id = ?
            """,
            rows.size(),
            counts[UndoOutcome.Kind.REMOVED.ordinal()],
            counts[UndoOutcome.Kind.RESTORED.ordinal()],
            counts[UndoOutcome.Kind.PARTLY.ordinal()] + counts[UndoOutcome.Kind.KEPT.ordinal()],
            id)
        .update();
  }

  /** Ends. */
  void end(ImportId id, ImportView.State state) {
    Sql.of(
            unitOfWork,
            "update core.import set undo_state = ?, undo_ended_at = ? where id = ?",
            state,
            clock.instant(),
            id)
        .update();
  }

  /** Another try after a failure. */
  boolean beginAgain(ImportId id, String node, User user) {
    return Sql.of(
                unitOfWork,
                """
                update core.import
                   set undo_state = 'RUNNING', undo_user = ?::jsonb, undo_by = ?, node = ?,
                       undo_ended_at = null
                 where id = ? and undo_state = 'FAILED'
                """,
                Starter.write(user),
                user.name(),
                node,
                id)
            .update()
        > 0;
  }
}
