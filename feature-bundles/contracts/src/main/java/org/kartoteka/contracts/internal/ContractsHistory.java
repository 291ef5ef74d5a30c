package org.kartoteka.contracts.internal;

import java.util.Set;
import org.kartoteka.contracts.AnnexId;
import org.kartoteka.contracts.Annexes;
import org.kartoteka.contracts.AppendixId;
import org.kartoteka.contracts.CodeLists;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractTypes;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.NumberSeries;
import org.kartoteka.contracts.OriginalId;
import org.kartoteka.contracts.Originals;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.domain.Annex;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.HistoryGuard;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history of contracts is for those who may read them while their parties are in reach. */
@Component
public final class ContractsHistory implements HistoryGuard {

  private final AccessControl access;
  private final Contracts contracts;
  private final Tariffs tariffs;
  private final Originals originals;
  private final ContractRecords records;
  private final UnitOfWork unitOfWork;

  @Activate
  public ContractsHistory(
      @Reference AccessControl access,
      @Reference Contracts contracts,
      @Reference Tariffs tariffs,
      @Reference Originals originals,
      @Reference ContractRecords records,
      @Reference UnitOfWork unitOfWork) {
    this.access = access;
    this.contracts = contracts;
    this.tariffs = tariffs;
    this.originals = originals;
    this.records = records;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        Contracts.TYPE,
        Annexes.TYPE,
        Tariffs.TYPE,
        Originals.TYPE,
        ContractTypes.TYPE,
        NumberSeries.TYPE,
        CodeLists.TYPE);
  }

  @Override
  public void requireReadable(String type, String id) {
    access.require(ContractPermissions.READ);
    switch (type) {
      case Contracts.TYPE -> contracts.get(new ContractId(number(type, id)));
      case Annexes.TYPE -> requireAnnex(new AnnexId(number(type, id)));
      case Tariffs.TYPE -> tariffs.get(new AppendixId(number(type, id)));
      case Originals.TYPE -> originals.get(new OriginalId(number(type, id)));
      default -> {}
    }
  }

  private void requireAnnex(AnnexId id) {
    unitOfWork.run(
        () -> {
          Annex annex = records.find(Annex.class, id);
          if (annex == null) {
            throw new NotFound(Annexes.TYPE, id.value());
          }
          records.readable(annex.contract());
        });
  }

  private static long number(String type, String id) {
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound(type, id);
    }
    return Long.parseLong(id);
  }
}
