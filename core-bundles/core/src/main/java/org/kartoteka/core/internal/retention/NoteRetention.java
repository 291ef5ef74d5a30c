package org.kartoteka.core.internal.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.note.event.NoteRemoved;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.note.NoteChanges;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes that nobody has written at for long; erased with their files and their history. */
@Component
public final class NoteRetention implements RetentionKind {

  private static final String ROWS =
      "select id, party_id, coalesce(edited_at, written_at) as since from core.note n"
          + " where written_at < ? and coalesce(edited_at, written_at) < ?";

  private final UnitOfWork unitOfWork;
  private final RecordTraces traces;
  private final Journal journal;

  @Activate
  public NoteRetention(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordTraces traces,
      @Reference Journal journal) {
    this.unitOfWork = unitOfWork;
    this.traces = traces;
    this.journal = journal;
  }

  @Override
  public String name() {
    return "core.note";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String recordType() {
    return Notebook.TYPE;
  }

  @Override
  public List<DueRecord> due(Instant before, Long after, int limit) {
    SqlText sql = new SqlText().add(ROWS, before, before);
    if (after != null) {
      sql.add("and id > ?", after);
    }
    return rows(sql.add("order by id limit ?", limit));
  }

  @Override
  public Optional<DueRecord> due(long id, Instant before) {
    return rows(new SqlText().add(ROWS, before, before).add("and id = ?", id)).stream().findFirst();
  }

  private List<DueRecord> rows(SqlText sql) {
    return Sql.of(unitOfWork, sql.text(), sql.array())
        .list(
            row ->
                new DueRecord(
                    row.getLong("id"), row.getLong("party_id"), Sql.instant(row, "since")));
  }

  @Override
  public Map<Long, String> labels(Collection<Long> ids) {
    return Sql.of(unitOfWork, "select id, text from core.note where id = any(?::bigint[])", ids)
        .list(row -> Map.entry(row.getLong(1), NoteChanges.label(row.getString(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<ErasedData> erase(long id, String reason) {
    Sql.of(unitOfWork, "select party_id, person_id from core.note where id = ? for update", id)
        .list(row -> removed(id, row.getLong(1), row.getLong(2)))
        .forEach(journal::append);
    return traces.erase(List.of(new RecordRef(Notebook.TYPE, Long.toString(id), "")));
  }

  private static NoteRemoved removed(long note, long party, long person) {
    return new NoteRemoved(
        new NoteId(note), new PartyId(party), person == 0 ? null : new PersonId(person));
  }
}
