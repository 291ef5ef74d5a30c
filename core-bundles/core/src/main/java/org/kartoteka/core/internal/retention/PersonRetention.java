package org.kartoteka.core.internal.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.privacy.ErasureView;
import org.kartoteka.core.api.privacy.PersonalDataRights;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;

/** Persons at parties of one status, by the age of what last happened to them. */
abstract class PersonRetention implements RetentionKind {

  private final UnitOfWork unitOfWork;
  private final PersonalDataRights rights;
  private final PartyStatus status;
  private final boolean notesCount;

  /**
   * @param notesCount whether a note on the party or its persons makes them younger too
   */
  PersonRetention(
      UnitOfWork unitOfWork, PersonalDataRights rights, PartyStatus status, boolean notesCount) {
    this.unitOfWork = unitOfWork;
    this.rights = rights;
    this.status = status;
    this.notesCount = notesCount;
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String recordType() {
    return PersonDirectory.TYPE;
  }

  @Override
  public List<DueRecord> due(Instant before, Long after, int limit) {
    SqlText sql = persons(before);
    if (after != null) {
      sql.add("and p.id > ?", after);
    }
    return rows(sql.add("order by p.id limit ?", limit));
  }

  @Override
  public Optional<DueRecord> due(long id, Instant before) {
    return rows(persons(before).add("and p.id = ?", id)).stream().findFirst();
  }

  private SqlText persons(Instant before) {
    String latestNote =
        "(select max(coalesce(n.edited_at, n.written_at)) from core.note n where n.party_id ="
            + " p.party_id)";
    SqlText sql =
        new SqlText()
            .add("select p.id, p.party_id, greatest(p.changed_at, f.changed_at")
            .add(notesCount ? ", " + latestNote : "")
            .add(") as since from core.person p join core.party f on f.id = p.party_id")
            .add("where p.merged_into is null and f.merged_into is null and f.status = ?", status)
            .add("and p.changed_at < ? and f.changed_at < ?", before, before)
            .add("and not exists (select from core.erasure e where e.person_id = p.id)");
    return notesCount ? sql.add("and coalesce(" + latestNote + " < ?, true)", before) : sql;
  }

  private List<DueRecord> rows(SqlText sql) {
    return Sql.of(unitOfWork, sql.text(), sql.array())
        .list(row -> new DueRecord(row.getLong(1), row.getLong(2), Sql.instant(row, "since")));
  }

  @Override
  public Map<Long, String> labels(Collection<Long> ids) {
    return Sql.of(
            unitOfWork,
            "select id, concat_ws(' ', first_name, last_name) from core.person where id ="
                + " any(?::bigint[])",
            ids)
        .list(row -> Map.entry(row.getLong(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<ErasedData> erase(long id, String reason) {
    return erase(List.of(id), reason).get(0);
  }

  @Override
  public List<List<ErasedData>> erase(List<Long> ids, String reason) {
    return rights.erase(ids.stream().map(PersonId::new).toList(), reason).stream()
        .map(ErasureView::data)
        .toList();
  }
}
