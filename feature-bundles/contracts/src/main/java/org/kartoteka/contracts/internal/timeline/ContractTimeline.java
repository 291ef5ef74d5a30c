package org.kartoteka.contracts.internal.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contracts and annexes that were signed with a party, and contracts whose end was declared. */
@Component
public final class ContractTimeline implements TimelineSource {

  private static final String ACTS =
      """
      select c.id * 10 as id, 'DRAFTED' as what, c.id as contract, c.number as label,
             c.subject as words, c.created_at as at, c.created_by as actor
        from contracts.contract c where c.party_id = ?
      union all
      select o.id * 10 + 1, case when o.annex_id is null then 'SIGNED' else 'ANNEXED' end,
             c.id, o.title, a.subject, o.created_at, o.created_by
        from contracts.original o
        join contracts.contract c on c.id = o.contract_id
        left join contracts.annex a on a.id = o.annex_id
       where c.party_id = ?
      """;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;

  @Activate
  public ContractTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    this.unitOfWork = unitOfWork;
    this.access = access;
  }

  @Override
  public String kind() {
    return Contracts.TYPE;
  }

  @Override
  public List<TimelineEntry> latest(PartyId party, HistorySpan span) {
    if (!access.may(ContractPermissions.READ)) {
      return List.of();
    }
    return Sql.of(
            unitOfWork,
            "select * from ("
                + ACTS
                + ") r where (at, id) < (?, ?) and ? in ('', actor)"
                + " order by at desc, id desc limit ?",
            party,
            party,
            span.before(),
            span.beforeId(),
            span.actor() == null ? "" : span.actor(),
            span.limit())
        .list(ContractTimeline::entry);
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        Contracts.TYPE,
        row.getLong("id"),
        Sql.instant(row, "at"),
        Contracts.TYPE + "." + row.getString("what"),
        new RecordRef(
            Contracts.TYPE, Long.toString(row.getLong("contract")), row.getString("label")),
        row.getString("actor"),
        row.getString("words"),
        List.of());
  }
}
