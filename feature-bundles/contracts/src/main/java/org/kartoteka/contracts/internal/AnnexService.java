package org.kartoteka.contracts.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.kartoteka.contracts.AnnexData;
import org.kartoteka.contracts.AnnexView;
import org.kartoteka.contracts.Annexes;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.domain.Annex;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractFacts;
import org.kartoteka.contracts.internal.domain.ContractRules;
import org.kartoteka.contracts.internal.domain.LineRules;
import org.kartoteka.contracts.internal.domain.Original;
import org.kartoteka.contracts.internal.domain.Terms;
import org.kartoteka.contracts.internal.domain.TermsChange;
import org.kartoteka.contracts.internal.domain.TermsHistory;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What annexes change. */
@Component
public final class AnnexService implements Annexes {

  private final RecordKeeping records;
  private final ContractRecords contracts;
  private final References references;
  private final Announcer announcer;
  private final PartyGate gate;

  @Activate
  public AnnexService(
      @Reference RecordKeeping records,
      @Reference ContractRecords contracts,
      @Reference References references,
      @Reference Announcer announcer,
      @Reference PartyGate gate) {
    this.records = records;
    this.contracts = contracts;
    this.references = references;
    this.announcer = announcer;
    this.gate = gate;
  }

  @Override
  public AnnexView annex(ContractId id, ExpectedRevision revision, AnnexData given) {
    return records.with(
        ContractPermissions.SIGN,
        () -> {
          Contract contract = contracts.changeable(id, revision);
          contract.requireInForce();
          Act act = records.act();
          List<Annex> annexes = contracts.annexes(id);
          TermsHistory before = contract.history(annexes);
          Findings findings = new Findings();
          AnnexData data =
              ContractRules.normal(
                  given, contract.validity(), new LineRules(before.keys()), act.today(), findings);
          Terms held =
              before.on(Objects.requireNonNullElse(data.effectiveOn(), act.today())).terms();
          Terms wanted =
              new Terms(data.packageType(), data.salespersonId(), data.branchId(), data.lines());
          references.check(held, wanted, findings);
          findings.throwIfAny();
          gate.require(contract.party(), Dealing.CONTRACT);
          Annex annex =
              new Annex(
                  id,
                  annexes.size() + 1,
                  data,
                  TermsChange.between(held, wanted),
                  contract.validity(),
                  act);
          if (annex.change().isNothing() && !annex.changesValidity()) {
            throw new Refused("problem.contracts.annex-changes-nothing", contract.number());
          }
          ContractFacts facts = contract.facts();
          contract.annexed(annex.validity(contract.validity().startsOn()), act);
          contracts.add(annex);
          contracts.add(Original.of(contract, annex, act));
          contracts.write();
          announcer.annexed(contract, annex, contracts.history(contract));
          AnnexView view = annex.view();
          records.created(
              RecordRef.of(TYPE, annex.id(), contract.number() + " / " + annex.number()),
              AnnexFacts.of(view));
          records.changed(ContractService.reference(contract), facts, contract.facts());
          return view;
        });
  }

  @Override
  public List<AnnexView> of(ContractId contract) {
    return records.with(
        ContractPermissions.READ,
        () ->
            contracts.annexes(contracts.readable(contract).id()).stream()
                .sorted(Comparator.comparing(Annex::effectiveOn).thenComparing(Annex::place))
                .map(Annex::view)
                .toList());
  }
}
