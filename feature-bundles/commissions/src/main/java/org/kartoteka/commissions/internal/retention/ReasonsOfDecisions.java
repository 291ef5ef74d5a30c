package org.kartoteka.commissions.internal.retention;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.privacy.RowRetention;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Why commissions were refused, by the day of the decision; as long as a commission waits to be
 * settled or paid, its reasons stay. Amounts and decisions stay for good.
 */
@Component(service = RetentionKind.class)
public final class ReasonsOfDecisions extends RowRetention {

  private static final String TYPE = "commissions.decision";
  private static final String ROWS =
      """
      select d.id, d.party_id as party, d.decided_at as since,
             l.rule_name || ' · ' || a.earned_on as label
        from commissions.decision d
        join commissions.accrual a on a.id = d.accrual_id
        join commissions.ledger l on l.id = a.id
       where d.reason is not null and a.state in ('REFUSED', 'PAID')
      """;

  private final UnitOfWork unitOfWork;
  private final RecordTraces traces;

  @Activate
  public ReasonsOfDecisions(@Reference UnitOfWork unitOfWork, @Reference RecordTraces traces) {
    super(unitOfWork, CommissionPermissions.FEATURE, TYPE, ROWS);
    this.unitOfWork = unitOfWork;
    this.traces = traces;
  }

  @Override
  public List<ErasedData> erase(long id, String reason) {
    List<ErasedData> erased = new ArrayList<>();
    erased.add(
        ErasedData.all(
            TYPE,
            Sql.of(unitOfWork, "update commissions.decision set reason = null where id = ?", id)
                .update()));
    erased.addAll(traces.erase(List.of(new RecordRef(TYPE, Long.toString(id), ""))));
    return erased;
  }
}
