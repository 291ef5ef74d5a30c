package org.kartoteka.core.api.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;

/**
 * What a bundle recorded of a party in its own tables: each row is an entry, for those who have a
 * permission.
 */
public abstract class RecordedTimeline implements TimelineSource {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final String type;
  private final String permission;
  private final String rows;

  /**
   * Records of a type.
   *
   * @param type of the records, also the kind of the entries
   * @param permission without which there are none
   * @param rows a statement for rows of all parties with {@code party_id}, {@code id} (unique
   *     within the type), {@code record} (the record's id), {@code what} (the text is {@code
   *     timeline.<type>.<what>}), {@code label}, {@code words} (may be null), {@code at} and {@code
   *     actor}
   */
  protected RecordedTimeline(
      UnitOfWork unitOfWork, AccessControl access, String type, String permission, String rows) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.type = type;
    this.permission = permission;
    this.rows = rows;
  }

  @Override
  public final String kind() {
    return type;
  }

  @Override
  public final List<TimelineEntry> latest(PartyId party, HistorySpan span) {
    if (!access.may(permission)) {
      return List.of();
    }
    return Sql.of(
            unitOfWork,
            "select * from ("
                + rows
                + ") r where party_id = ? and (at, id) < (?, ?) and ? in ('', actor)"
                + " order by at desc, id desc limit ?",
            party,
            span.before(),
            span.beforeId(),
            span.actor() == null ? "" : span.actor(),
            span.limit())
        .list(this::entry);
  }

  private TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        type,
        row.getLong("id"),
        Sql.instant(row, "at"),
        type + "." + row.getString("what"),
        new RecordRef(type, Long.toString(row.getLong("record")), row.getString("label")),
        row.getString("actor"),
        row.getString("words"),
        List.of());
  }
}
