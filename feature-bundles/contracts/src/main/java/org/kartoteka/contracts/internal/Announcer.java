package org.kartoteka.contracts.internal;

import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.contracts.internal.data.ActRows;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.MovementRows;
import org.kartoteka.contracts.internal.domain.Annex;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractAct;
import org.kartoteka.contracts.internal.domain.Movements;
import org.kartoteka.contracts.internal.domain.Terms;
import org.kartoteka.contracts.internal.domain.TermsHistory;
import org.kartoteka.contracts.internal.domain.Told;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractRenewed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What follows from an act on a signed contract, in its transaction: others are told, and the
 * balance moves.
 */
@Component(service = Announcer.class)
public final class Announcer {

  private final RecordKeeping records;
  private final ContractRecords contracts;
  private final MovementRows movements;
  private final ActRows acts;

  @Activate
  public Announcer(
      @Reference RecordKeeping records,
      @Reference ContractRecords contracts,
      @Reference MovementRows movements,
      @Reference ActRows acts) {
    this.records = records;
    this.contracts = contracts;
    this.movements = movements;
    this.acts = acts;
  }

  /** It was signed. */
  void signed(Contract contract, TermsHistory history) {
    move(contract, history);
    records.happened(
        new ContractSigned(
            contract.document(),
            contract.party(),
            told(contract, history.on(contract.validity().startsOn()).terms()),
            contract.signedOn()));
  }

  /**
   * An annex was signed. What holds from its day on is told, and again from the day of each annex
   * behind it on: what is told for a day replaces all that was told for the time from then on.
   */
  void annexed(Contract contract, Annex annex, TermsHistory history) {
    move(contract, history);
    for (TermsHistory.Version version : history.since(annex.effectiveOn())) {
      records.happened(
          new ContractAnnexed(
              contract.document(),
              contract.party(),
              version.step().number(),
              told(contract, version.terms()),
              version.since(),
              version.step().signedOn()));
    }
  }

  /** It holds longer. */
  public void renewed(Contract contract) {
    acts.add(contract, ContractAct.RENEWED, records.act());
    records.happened(
        new ContractRenewed(contract.document(), contract.party(), contract.validity().endsOn()));
  }

  /** It ends. */
  void terminated(Contract contract, TermsHistory history, TerminateContract order) {
    move(contract, history);
    acts.add(contract, ContractAct.TERMINATED, records.act());
    records.happened(
        new ContractTerminated(
            contract.document(),
            contract.party(),
            order.endsOn(),
            order.declaredOn(),
            order.reason()));
  }

  /** Its end, which was declared, does not hold. */
  void resumed(Contract contract, TermsHistory history, String reason) {
    move(contract, history);
    acts.add(contract, ContractAct.RESUMED, records.act());
    records.happened(
        new ContractTerminationWithdrawn(
            contract.document(),
            contract.party(),
            contract.validity().endsOn(),
            records.act().today(),
            reason));
  }

  /** Writes anew how the contract moves the balance. */
  void move(Contract contract, TermsHistory history) {
    contracts.write();
    movements.write(
        contract.id(),
        new Movements(
                contract.signedOn(),
                contract.validity(),
                contract.isTerminated(),
                contract.currency(),
                history)
            .list());
  }

  private ContractTerms told(Contract contract, Terms terms) {
    String type = contracts.typeOf(contract).code();
    return Told.terms(type, contract.validity(), contract.currency(), terms);
  }
}
