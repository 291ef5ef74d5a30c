package org.kartoteka.sales.internal.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.internal.data.SalesPermissions;

/** What was invoiced to, or paid by, a party. */
abstract class SalesTimeline implements TimelineSource {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final String type;
  private final String rows;

  /**
   * Records of a type.
   *
   * @param rows a statement for rows of a party with id, what, label, words, created_at, created_by
   */
  SalesTimeline(UnitOfWork unitOfWork, AccessControl access, String type, String rows) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.type = type;
    this.rows = rows;
  }

  @Override
  public final String kind() {
    return type;
  }

  @Override
  public final List<TimelineEntry> latest(PartyId party, HistorySpan span) {
    if (!access.may(SalesPermissions.READ)) {
      return List.of();
    }
    String actor = span.actor() == null ? "" : span.actor();
    return Sql.of(
            unitOfWork,
            "select * from ("
                + rows
                + ") r where (created_at, id) < (?, ?) and ? in ('', created_by)"
                + " order by created_at desc, id desc limit ?",
            party,
            span.before(),
            span.beforeId(),
            actor,
            span.limit())
        .list(this::entry);
  }

  private TimelineEntry entry(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new TimelineEntry(
        type,
        id,
        Sql.instant(row, "created_at"),
        type + "." + row.getString("what"),
        new RecordRef(type, Long.toString(id), row.getString("label")),
        row.getString("created_by"),
        row.getString("words"),
        List.of());
  }
}
