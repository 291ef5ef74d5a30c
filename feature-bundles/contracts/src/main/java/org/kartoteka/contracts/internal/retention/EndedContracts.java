package org.kartoteka.contracts.internal.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kartoteka.contracts.Annexes;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.Originals;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.document.Attachments;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.privacy.RowRetention;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contracts that are over and not renewed, by the day after their last; erased with annexes,
 * tariffs, papers, scans and history. Balances of the past do not count them any more.
 */
@Component(service = RetentionKind.class)
public final class EndedContracts extends RowRetention {

  private static final String ROWS =
      """
      select id, party_id as party, (ends_on + 1)::timestamp at time zone 'UTC' as since,
             number as label
        from contracts.contract where ends_on is not null and renews_on is null
      """;

  private final UnitOfWork unitOfWork;
  private final Attachments attachments;
  private final RecordTraces traces;

  @Activate
  public EndedContracts(
      @Reference UnitOfWork unitOfWork,
      @Reference Attachments attachments,
      @Reference RecordTraces traces) {
    super(unitOfWork, ContractPermissions.FEATURE, Contracts.TYPE, ROWS);
    this.unitOfWork = unitOfWork;
    this.attachments = attachments;
    this.traces = traces;
  }

  @Override
  public List<ErasedData> erase(long id, String reason) {
    List<RecordRef> records = new ArrayList<>();
    records.add(new RecordRef(Contracts.TYPE, Long.toString(id), ""));
    List<ErasedData> erased = new ArrayList<>();
    erased.add(scans(id));
    erased.add(rows(Originals.TYPE, "original", id, records));
    erased.add(rows(Annexes.TYPE, "annex", id, records));
    erased.add(rows(Tariffs.TYPE, "appendix", id, records));
    Stream.of("movement", "contract_act")
        .forEach(
            table ->
                Sql.of(unitOfWork, "delete from contracts." + table + " where contract_id = ?", id)
                    .update());
    erased.add(
        ErasedData.all(
            Contracts.TYPE,
            Sql.of(unitOfWork, "delete from contracts.contract where id = ?", id).update()));
    erased.removeIf(one -> one.erased() == 0);
    erased.addAll(traces.erase(records));
    return erased;
  }

  private ErasedData scans(long id) {
    List<AttachmentView> scans = attachments.of(Contracts.TYPE, Long.toString(id));
    scans.forEach(scan -> attachments.remove(scan.id()));
    return ErasedData.all("attachment", scans.size());
  }

  private ErasedData rows(String type, String table, long contract, List<RecordRef> records) {
    List<RecordRef> gone =
        Sql.of(
                unitOfWork,
                "delete from contracts." + table + " where contract_id = ? returning id",
                contract)
            .list(row -> new RecordRef(type, row.getString(1), ""));
    records.addAll(gone);
    return ErasedData.all(type, gone.size());
  }
}
