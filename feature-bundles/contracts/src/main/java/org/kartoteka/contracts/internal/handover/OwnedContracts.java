package org.kartoteka.contracts.internal.handover;

import java.util.List;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.ContractService;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractFacts;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who looks after contracts can hand them over. */
@Component
public final class OwnedContracts implements OwnedRecords {

  private static final String OWNED = " from contracts.contract where responsible_id = ?";

  private final UnitOfWork unitOfWork;
  private final ContractRecords contracts;
  private final RecordKeeping records;

  @Activate
  public OwnedContracts(
      @Reference UnitOfWork unitOfWork,
      @Reference ContractRecords contracts,
      @Reference RecordKeeping records) {
    this.unitOfWork = unitOfWork;
    this.contracts = contracts;
    this.records = records;
  }

  @Override
  public String kind() {
    return Contracts.TYPE;
  }

  @Override
  public long count(UserId owner) {
    return Sql.of(unitOfWork, "select count(*)" + OWNED, owner).number();
  }

  @Override
  public List<Long> owned(UserId owner, long after, int limit) {
    return Sql.of(
            unitOfWork,
            "select id" + OWNED + " and id > ? order by id limit ?",
            owner,
            after,
            limit)
        .list(row -> row.getLong(1));
  }

  @Override
  public List<Long> give(List<Long> given, UserId from, UserId to) {
    List<Long> done = given.stream().filter(id -> give(new ContractId(id), from, to)).toList();
    contracts.write();
    return done;
  }

  private boolean give(ContractId id, UserId from, UserId to) {
    Contract contract = contracts.lock(Contract.class, id);
    if (contract == null || !from.equals(contract.data().responsibleId())) {
      return false;
    }
    ContractFacts before = contract.facts();
    contract.change(contract.data().lookedAfterBy(to), records.act());
    records.changed(ContractService.reference(contract), before, contract.facts());
    return true;
  }
}
