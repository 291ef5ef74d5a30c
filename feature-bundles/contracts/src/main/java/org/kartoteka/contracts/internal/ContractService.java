package org.kartoteka.contracts.internal;

import static org.kartoteka.contracts.internal.data.ContractPermissions.CHANGE;
import static org.kartoteka.contracts.internal.data.ContractPermissions.READ;
import static org.kartoteka.contracts.internal.data.ContractPermissions.REOPEN;
import static org.kartoteka.contracts.internal.data.ContractPermissions.SIGN;
import static org.kartoteka.contracts.internal.data.ContractPermissions.TERMINATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.contracts.TermsView;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.contracts.internal.data.Numbers;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.contracts.internal.domain.ContractFacts;
import org.kartoteka.contracts.internal.domain.ContractRules;
import org.kartoteka.contracts.internal.domain.ContractType;
import org.kartoteka.contracts.internal.domain.LineRules;
import org.kartoteka.contracts.internal.domain.Original;
import org.kartoteka.contracts.internal.domain.Series;
import org.kartoteka.contracts.internal.domain.Subscription;
import org.kartoteka.contracts.internal.domain.Terms;
import org.kartoteka.contracts.internal.domain.TermsHistory;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contracts from the draft to their end. */
@Component
public final class ContractService implements Contracts {

  private static final Terms NO_TERMS = new Terms(null, null, null, List.of());

  /** What can be changed of a signed contract too. */
  private static final Set<String> DESCRIPTION = Set.of("subject", "responsibleId", "note");

  private final RecordKeeping records;
  private final ContractRecords contracts;
  private final ContractRows rows;
  private final Numbers numbers;
  private final References references;
  private final Announcer announcer;
  private final PartyRegister parties;
  private final PartyGate gate;
  private final AccessControl access;

  @Activate
  public ContractService(
      @Reference RecordKeeping records,
      @Reference ContractRecords contracts,
      @Reference ContractRows rows,
      @Reference Numbers numbers,
      @Reference References references,
      @Reference Announcer announcer,
      @Reference PartyRegister parties,
      @Reference PartyGate gate,
      @Reference AccessControl access) {
    this.records = records;
    this.contracts = contracts;
    this.rows = rows;
    this.numbers = numbers;
    this.references = references;
    this.announcer = announcer;
    this.parties = parties;
    this.gate = gate;
    this.access = access;
  }

  @Override
  public ContractView draft(ContractData given) {
    return records.with(
        CHANGE,
        () -> {
          Findings findings = new Findings();
          ContractData data = ContractRules.normal(given, new LineRules(Set.of()), findings);
          Optional<PartyView> party = Optional.ofNullable(data.partyId()).flatMap(parties::find);
          if (data.partyId() != null && party.isEmpty()) {
            findings.add("partyId", "unknownParty", data.partyId());
          }
          ContractType type = type(data, findings);
          checkNumber(data, null, type, findings);
          references.check(NO_TERMS, terms(data), findings);
          references.user("responsibleId", data.responsibleId(), findings);
          findings.throwIfAny();
          contracts.requireChangeable(data.partyId());
          Contract contract =
              new Contract(completed(data, type), party.orElseThrow().name(), records.act());
          contracts.add(contract);
          contracts.write();
          records.created(reference(contract), contract.facts());
          return view(contract);
        });
  }

  @Override
  public ContractView change(ContractId id, ExpectedRevision revision, ContractData given) {
    return records.with(
        CHANGE,
        () -> {
          Contract contract = contracts.changeable(id, revision);
          Findings findings = new Findings();
          ContractData before = contract.data();
          LineRules lines =
              new LineRules(before.lines().stream().map(LineData::key).collect(Collectors.toSet()));
          ContractData data = ContractRules.normal(given, lines, findings);
          if (data.number() == null) {
            findings.add("number", "required");
          }
          checkFixed(contract, before, data, findings);
          if (!contract.isSigned()) {
            checkNumber(data, id, type(data, findings), findings);
            references.check(contract.terms(), terms(data), findings);
          }
          if (!Objects.equals(before.responsibleId(), data.responsibleId())) {
            references.user("responsibleId", data.responsibleId(), findings);
          }
          findings.throwIfAny();
          if (!before.equals(data)) {
            ContractFacts facts = contract.facts();
            contract.change(data, records.act());
            contracts.write();
            records.changed(reference(contract), facts, contract.facts());
          }
          return view(contract);
        });
  }

  @Override
  public void discard(ContractId id, ExpectedRevision revision) {
    records.with(
        CHANGE,
        () -> {
          Contract contract = contracts.changeable(id, revision);
          if (contract.isSigned()) {
            throw new Refused("problem.contracts.signed-stays", contract.number());
          }
          contracts.remove(contract);
          contracts.write();
          records.deleted(reference(contract), contract.facts());
          return null;
        });
  }

  @Override
  public ContractView sign(ContractId id, ExpectedRevision revision, LocalDate signedOn) {
    return records.with(
        SIGN,
        () -> {
          Contract contract = contracts.changeable(id, revision);
          Act act = records.act();
          Findings findings = new Findings();
          LocalDate day =
              findings.day("signedOn", Objects.requireNonNullElse(signedOn, act.today()));
          if (day.isAfter(act.today())) {
            findings.add("signedOn", "future");
          }
          ContractRules.complete(contract.data(), contracts.typeOf(contract).demands(), findings);
          findings.throwIfAny();
          gate.require(contract.party(), Dealing.CONTRACT);
          ContractFacts facts = contract.facts();
          contract.sign(day, act);
          contracts.add(Original.of(contract, act));
          announcer.signed(contract, contracts.history(contract));
          records.changed(reference(contract), facts, contract.facts());
          return view(contract);
        });
  }

  @Override
  public ContractView renew(ContractId id, ExpectedRevision revision, LocalDate endsOn) {
    return records.with(
        SIGN,
        () -> {
          Contract contract = contracts.changeable(id, revision);
          Findings findings = new Findings();
          findings.day("endsOn", endsOn);
          findings.throwIfAny();
          gate.require(contract.party(), Dealing.CONTRACT);
          ContractFacts facts = contract.facts();
          contract.renew(endsOn, records.act());
          announcer.move(contract, contracts.history(contract));
          announcer.renewed(contract);
          records.changed(reference(contract), facts, contract.facts());
          return view(contract);
        });
  }

  @Override
  public ContractView terminate(ContractId id, ExpectedRevision revision, TerminateContract given) {
    return records.with(
        TERMINATE,
        () -> {
          Contract contract = contracts.changeable(id, revision);
          contract.requireInForce();
          Findings findings = new Findings();
          TerminateContract order =
              ContractRules.normal(given, contract.validity(), records.act().today(), findings);
          references.code("reason", CodeList.TERMINATION_REASON, order.reason(), findings);
          findings.throwIfAny();
          ContractFacts facts = contract.facts();
          contract.terminate(order, records.act());
          announcer.terminated(contract, contracts.history(contract), order);
          records.changed(reference(contract), facts, contract.facts());
          return view(contract);
        });
  }

  @Override
  public ContractView withdrawTermination(ContractId id, ExpectedRevision revision, String given) {
    return records.with(
        TERMINATE,
        () -> {
          Contract contract = contracts.changeable(id, revision);
          contract.requireTerminated();
          if (contract.validity().endsOn().isBefore(records.act().today())) {
            access.require(REOPEN);
          }
          Findings findings = new Findings();
          String reason = ContractRules.reason(given, findings);
          findings.throwIfAny();
          ContractFacts facts = contract.facts();
          contract.withdrawTermination(reason, records.act());
          announcer.resumed(contract, contracts.history(contract), reason);
          records.changed(reference(contract), facts, contract.facts());
          return view(contract);
        });
  }

  @Override
  public LocalDate earliestEnd(ContractId id, LocalDate declaredOn) {
    return records.with(READ, () -> contracts.readable(id).validity().earliestEnd(declaredOn));
  }

  @Override
  public ContractView get(ContractId id) {
    return records.with(READ, () -> view(contracts.readable(id)));
  }

  @Override
  public TermsView terms(ContractId id, LocalDate day) {
    return records.with(
        READ,
        () -> {
          Contract contract = contracts.readable(id);
          LocalDate asked = day == null ? records.act().today() : day;
          TermsHistory.Version version = contracts.history(contract).on(asked);
          Terms terms = version.terms();
          return new TermsView(
              asked,
              version.since(),
              version.step() == null ? null : version.step().annex(),
              version.step() == null ? null : version.step().number(),
              terms.packageType(),
              terms.salesperson(),
              terms.branch(),
              contract.currency(),
              Subscription.amount(terms, contract.currency(), asked),
              Subscription.cost(terms, contract.currency(), asked),
              terms.lines());
        });
  }

  @Override
  public Page<ContractSummary> page(ContractQuery query, PageRequest request) {
    return records.with(READ, () -> rows.page(query, records.act().today(), request));
  }

  @Override
  public long count(ContractQuery query, long atMost) {
    return records.with(READ, () -> rows.count(query, records.act().today(), atMost));
  }

  /** How the history calls a contract. */
  public static RecordRef reference(Contract contract) {
    return RecordRef.of(TYPE, contract.id(), contract.number());
  }

  private static Terms terms(ContractData data) {
    return new Terms(data.packageType(), data.salespersonId(), data.branchId(), List.of());
  }

  private ContractType type(ContractData data, Findings findings) {
    if (data.typeId() == null) {
      return null;
    }
    ContractType type = contracts.find(ContractType.class, data.typeId());
    if (type == null || type.isRetired()) {
      findings.add("typeId", "unknownContractType");
    }
    return type;
  }

  private void checkNumber(
      ContractData data, ContractId other, ContractType type, Findings findings) {
    if (data.number() == null) {
      if (type != null && type.series() == null) {
        findings.add("number", "required");
      }
    } else if (rows.isTaken(data.number(), other)) {
      findings.add("number", "notUnique", data.number());
    }
  }

  /** What cannot be changed: the party never, what was signed no longer. */
  private static void checkFixed(
      Contract contract, ContractData before, ContractData data, Findings findings) {
    if (!before.partyId().equals(data.partyId())) {
      findings.add("partyId", "fixed");
    }
    if (contract.isSigned()) {
      FieldChanges.between(before, data).stream()
          .map(FieldChange::field)
          .filter(field -> !DESCRIPTION.contains(field) && !field.equals("partyId"))
          .forEach(field -> findings.add(field, "fixed"));
    }
  }

  private ContractData completed(ContractData data, ContractType type) {
    String number = data.number();
    if (number == null) {
      Series series = contracts.find(Series.class, type.series());
      number = numbers.take(series, records.act().today());
    }
    UserId responsible =
        Stream.of(data.responsibleId(), data.salespersonId(), records.user())
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    return data.numbered(number).lookedAfterBy(responsible);
  }

  private ContractView view(Contract contract) {
    String typeName = contracts.typeOf(contract).data().name();
    return contract.view(typeName, records.act().today());
  }
}
