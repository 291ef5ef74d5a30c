package org.kartoteka.core.internal.timeline;

import static org.kartoteka.core.internal.data.CorePermissions.NOTE_READ;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The notes on a party and about its persons. */
@Component
public final class NoteTimeline implements TimelineSource {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;

  @Activate
  public NoteTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    this.unitOfWork = unitOfWork;
    this.access = access;
  }

  @Override
  public String kind() {
    return Notebook.TYPE;
  }

  @Override
  public List<TimelineEntry> latest(PartyId party, HistorySpan span) {
    if (!access.may(NOTE_READ)) {
      return List.of();
    }
    SqlText sql =
        new SqlText()
            .add("select n.id, n.text, n.author, n.written_at,")
            .add("concat_ws(' ', s.first_name, s.last_name) as person")
            .add("from core.note n left join core.person s on s.id = n.person_id")
            .add("where n.party_id = ?", party)
            .add("and (n.written_at, n.id) < (?, ?)", span.before(), span.beforeId());
    if (span.actor() != null) {
      sql.add("and n.author = ?", span.actor());
    }
    sql.add("order by n.written_at desc, n.id desc limit ?", span.limit());
    return Sql.of(unitOfWork, sql.text(), sql.array()).list(this::entry);
  }

  private TimelineEntry entry(ResultSet row) throws SQLException {
    String person = row.getString("person");
    boolean ofPerson = person != null && !person.isBlank();
    NoteId id = new NoteId(row.getLong("id"));
    return new TimelineEntry(
        kind(),
        id.value(),
        Sql.instant(row, "written_at"),
        ofPerson ? "note.ABOUT_PERSON" : "note.WRITTEN",
        RecordRef.of(Notebook.TYPE, id, person),
        row.getString("author"),
        row.getString("text"),
        List.of());
  }
}
