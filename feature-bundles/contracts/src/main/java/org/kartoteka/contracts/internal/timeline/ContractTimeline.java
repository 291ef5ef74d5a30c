package org.kartoteka.contracts.internal.timeline;

import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.core.api.timeline.RecordedTimeline;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was done to contracts with a party: drafted, signed, annexed, renewed, terminated. */
@Component(service = TimelineSource.class)
public final class ContractTimeline extends RecordedTimeline {

  private static final String ACTS =
      """
      select c.party_id, c.id * 10 as id, c.id as record, 'DRAFTED' as what, c.number as label,
             c.subject as words, c.created_at as at, c.created_by as actor
        from contracts.contract c
      union all
      select c.party_id, o.id * 10 + 1, c.id,
             case when o.annex_id is null then 'SIGNED' else 'ANNEXED' end,
             o.title, a.subject, o.created_at, o.created_by
        from contracts.original o
        join contracts.contract c on c.id = o.contract_id
        left join contracts.annex a on a.id = o.annex_id
      union all
      select c.party_id, t.id * 10 + 2, c.id, t.what,
             c.number || coalesce(' → ' || t.ends_on, ''),
             case when t.id = (select max(l.id) from contracts.contract_act l
                                where l.contract_id = c.id and l.what = t.what)
                  then case t.what when 'TERMINATED' then c.termination_note
                                   when 'RESUMED' then c.withdrawal_reason end end,
             t.at, t.actor
        from contracts.contract_act t
        join contracts.contract c on c.id = t.contract_id
      """;

  @Activate
  public ContractTimeline(@Reference UnitOfWork unitOfWork, @Reference AccessControl access) {
    super(unitOfWork, access, Contracts.TYPE, ContractPermissions.READ, ACTS);
  }
}
