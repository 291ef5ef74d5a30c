package org.kartoteka.contracts.internal;

import java.util.Comparator;
import java.util.List;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.ContractTypes;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.domain.ContractRules;
import org.kartoteka.contracts.internal.domain.ContractType;
import org.kartoteka.contracts.internal.domain.Series;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The types of contracts. */
@Component
public final class ContractTypeService implements ContractTypes {

  private final RecordKeeping records;
  private final ContractRecords contracts;

  @Activate
  public ContractTypeService(
      @Reference RecordKeeping records, @Reference ContractRecords contracts) {
    this.records = records;
    this.contracts = contracts;
  }

  @Override
  public List<ContractTypeView> all() {
    return records.with(
        ContractPermissions.READ,
        () ->
            contracts.all(ContractType.class).stream()
                .map(ContractType::view)
                .sorted(Comparator.comparing(ContractTypeView::name))
                .toList());
  }

  @Override
  public ContractTypeView get(ContractTypeId id) {
    return all().stream()
        .filter(type -> type.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  @Override
  public ContractTypeView add(ContractTypeData given) {
    return records.with(
        ContractPermissions.DEFINE,
        () -> {
          ContractTypeData data = normal(given, null);
          ContractType type = new ContractType(data, records.act());
          contracts.add(type);
          contracts.write();
          records.created(reference(type), data);
          return type.view();
        });
  }

  @Override
  public ContractTypeView change(
      ContractTypeId id, ExpectedRevision revision, ContractTypeData given) {
    return records.with(
        ContractPermissions.DEFINE,
        () -> {
          ContractType type = contracts.require(ContractType.class, id, TYPE);
          revision.check(type.revision(), TYPE, id.value());
          ContractTypeData before = type.data();
          ContractTypeData data = normal(given, type);
          if (!before.equals(data)) {
            type.change(data, records.act());
            contracts.write();
            records.changed(reference(type), before, data);
          }
          return type.view();
        });
  }

  private ContractTypeData normal(ContractTypeData given, ContractType present) {
    Findings findings = new Findings();
    ContractTypeData data = ContractRules.normal(given, findings);
    if (present != null && !present.code().equals(data.code())) {
      findings.add("code", "fixed");
    }
    if (present == null
        && contracts.all(ContractType.class).stream()
            .anyMatch(type -> type.code().equals(data.code()))) {
      findings.add("code", "notUnique", data.code());
    }
    if (data.series() != null && contracts.find(Series.class, data.series()) == null) {
      findings.add("series", "unknownSeries", data.series().value());
    }
    findings.throwIfAny();
    return data;
  }

  private static RecordRef reference(ContractType type) {
    return RecordRef.of(TYPE, type.id(), type.data().name());
  }
}
