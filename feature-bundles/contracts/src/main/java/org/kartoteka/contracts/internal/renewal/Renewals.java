package org.kartoteka.contracts.internal.renewal;

import java.time.Duration;
import java.util.List;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.Announcer;
import org.kartoteka.contracts.internal.ContractService;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractFacts;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Renews contracts that go on by themselves, as soon as nothing can keep them from it. */
@Component
public final class Renewals implements ScheduledJob {

  private static final int BATCH = 200;

  private final UnitOfWork unitOfWork;
  private final RecordKeeping records;
  private final ContractRecords contracts;
  private final ContractRows rows;
  private final Announcer announcer;

  @Activate
  public Renewals(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping records,
      @Reference ContractRecords contracts,
      @Reference ContractRows rows,
      @Reference Announcer announcer) {
    this.unitOfWork = unitOfWork;
    this.records = records;
    this.contracts = contracts;
    this.rows = rows;
    this.announcer = announcer;
  }

  @Override
  public String name() {
    return "contracts.renew";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(JobRun run) {
    int renewed = BATCH;
    while (renewed == BATCH && !run.cancelled()) {
      renewed = unitOfWork.callRepeatably(this::renewSome);
    }
  }

  /** Renews as many as one transaction should, and tells how many these were. */
  int renewSome() {
    Act act = records.act();
    List<ContractId> due = rows.toRenew(act.today(), BATCH);
    due.forEach(id -> renew(contracts.require(Contract.class, id, Contracts.TYPE), act));
    contracts.write();
    return due.size();
  }

  /** One that was overlooked for long is renewed as often as it should have been. */
  private void renew(Contract contract, Act act) {
    ContractFacts facts = contract.facts();
    while (contract.isToRenew(act.today())) {
      contract.renew(contract.validity().renewed().endsOn(), act);
      announcer.renewed(contract);
    }
    records.changed(ContractService.reference(contract), facts, contract.facts());
  }
}
