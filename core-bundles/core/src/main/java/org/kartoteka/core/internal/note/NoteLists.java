package org.kartoteka.core.internal.note;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of notes: pinned first, then the latest first. */
@Component(service = NoteLists.class)
public class NoteLists {

  private final CoreRecords entities;
  private final PartyScopes scopes;

  @Activate
  public NoteLists(@Reference CoreRecords entities, @Reference PartyScopes scopes) {
    this.entities = entities;
    this.scopes = scopes;
  }

  Page<Note> page(NoteQuery query, PageRequest request) {
    if (request.sort() != null) {
      throw new InvalidInput(FieldError.of("sort", "sort"));
    }
    SqlText sql = new SqlText().add("select p.* from core.note p where true").fitting(query.text());
    scopes.limit(sql, RecordAction.READ, "p.party_id");
    if (query.party() != null) {
      sql.add("and p.party_id = ?", query.party().value());
    }
    if (query.person() != null) {
      sql.add("and p.person_id = ?", query.person().value());
    }
    if (request.after() != null) {
      after(sql, Cursor.values(request.after(), 3));
    }
    sql.add("order by p.pinned desc, p.written_at desc, p.id desc limit ?", request.limit() + 1);
    List<Note> rows = entities.select(Note.class, sql.text(), sql.arguments());
    boolean more = rows.size() > request.limit();
    List<Note> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(items, more ? cursor(items.get(items.size() - 1)) : null);
  }

  private static void after(SqlText sql, List<String> values) {
    try {
      sql.add(
          "and (p.pinned, p.written_at, p.id) < (?, ?, ?)",
          Boolean.valueOf(values.get(0)),
          Timestamp.from(Instant.parse(values.get(1))),
          Long.valueOf(values.get(2)));
    } catch (NumberFormatException | DateTimeException | NullPointerException foreign) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }

  private static String cursor(Note last) {
    return Cursor.of(List.of(last.data().pinned(), last.writtenAt(), last.id().value()));
  }
}
