package org.kartoteka.contracts.internal.data;

import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractAct;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what was done to signed contracts, for the timeline; within a unit of work. */
@Component(service = ActRows.class)
public final class ActRows {

  private final UnitOfWork unitOfWork;

  @Activate
  public ActRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Notes what was done to a contract, as it stands afterwards. */
  public void add(Contract contract, ContractAct what, Act act) {
    Sql.of(
            unitOfWork,
            "insert into contracts.contract_act (contract_id, what, ends_on, at, actor)"
                + " values (?, ?, ?::date, ?, ?)",
            contract.id(),
            what,
            contract.validity().endsOn(),
            act.at(),
            act.by())
        .update();
  }
}
