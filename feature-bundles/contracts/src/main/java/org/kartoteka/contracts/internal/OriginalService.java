package org.kartoteka.contracts.internal;

import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.OriginalId;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.contracts.Originals;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.OriginalRows;
import org.kartoteka.contracts.internal.domain.ContractRules;
import org.kartoteka.contracts.internal.domain.Original;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the signed papers are. */
@Component
public final class OriginalService implements Originals {

  private final RecordKeeping records;
  private final ContractRecords contracts;
  private final OriginalRows rows;

  @Activate
  public OriginalService(
      @Reference RecordKeeping records,
      @Reference ContractRecords contracts,
      @Reference OriginalRows rows) {
    this.records = records;
    this.contracts = contracts;
    this.rows = rows;
  }

  @Override
  public OriginalView track(OriginalId id, ExpectedRevision revision, OriginalData given) {
    return records.with(
        ContractPermissions.CHANGE,
        () -> {
          Original original = contracts.require(Original.class, id, TYPE);
          contracts.changeable(original.contract());
          revision.check(original.revision(), TYPE, id.value());
          Findings findings = new Findings();
          OriginalData data = ContractRules.normal(given, records.act().today(), findings);
          findings.throwIfAny();
          OriginalData before = original.data();
          if (!before.equals(data)) {
            original.track(data, records.act());
            contracts.write();
            records.changed(RecordRef.of(TYPE, id, original.title()), before, data);
          }
          return view(id);
        });
  }

  @Override
  public OriginalView get(OriginalId id) {
    return records.with(ContractPermissions.READ, () -> view(id));
  }

  @Override
  public Page<OriginalView> page(OriginalQuery query, PageRequest request) {
    return records.with(ContractPermissions.READ, () -> rows.page(query, request));
  }

  @Override
  public long count(OriginalQuery query, long atMost) {
    return records.with(ContractPermissions.READ, () -> rows.count(query, atMost));
  }

  private OriginalView view(OriginalId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }
}
