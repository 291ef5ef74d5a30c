package org.kartoteka.contracts.internal.exchange;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.ContractTypes;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyLookup;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.CellText;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports contracts, a row each; those that say when they were signed are signed. Won deals of
 * other systems come in this way too.
 */
@Component
public final class ContractImporter implements RecordImporter {

  private final RecordKeeping records;
  private final PartyRegister parties;
  private final Contracts contracts;
  private final ContractTypes types;
  private final ContractRows rows;
  private final ContractRecords entities;
  private final UserDirectory users;
  private final Branches branches;
  private final Messages messages;

  @Activate
  public ContractImporter(
      @Reference RecordKeeping records,
      @Reference PartyRegister parties,
      @Reference Contracts contracts,
      @Reference ContractTypes types,
      @Reference ContractRows rows,
      @Reference ContractRecords entities,
      @Reference UserDirectory users,
      @Reference Branches branches,
      @Reference Messages messages) {
    this.records = records;
    this.parties = parties;
    this.contracts = contracts;
    this.types = types;
    this.rows = rows;
    this.entities = entities;
    this.users = users;
    this.branches = branches;
    this.messages = messages;
  }

  @Override
  public String type() {
    return Contracts.TYPE;
  }

  @Override
  public String permission() {
    return ContractPermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    return ContractFields.ALL;
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> table) {
    return records.with(
        ContractPermissions.IMPORT,
        () -> {
          Known known =
              new Known(
                  new PartyLookup(parties, null, "unknownParty"),
                  types.all().stream().filter(type -> !type.retired()).toList(),
                  users.users(),
                  branches.all());
          return table.stream().map(row -> outcome(row, known)).toList();
        });
  }

  /** What rows may name; read once for a batch. */
  private record Known(
      PartyLookup parties,
      List<ContractTypeView> types,
      List<UserView> users,
      List<BranchView> branches) {

    /** By sign-in name, else by full name. */
    Optional<UserView> user(String name) {
      return users.stream()
          .filter(user -> isCalled(name, user.name()))
          .findFirst()
          .or(() -> users.stream().filter(user -> isCalled(name, user.fullName())).findFirst());
    }

    Optional<BranchId> branch(String name) {
      return branches.stream()
          .filter(branch -> isCalled(name, branch.name()))
          .map(BranchView::id)
          .findFirst();
    }
  }

  private RowOutcome outcome(Map<String, String> cells, Known known) {
    RowOutcome outcome = taken(cells, known);
    entities.release();
    return outcome;
  }

  private RowOutcome taken(Map<String, String> cells, Known known) {
    ContractRow row = new ContractRow(cells);
    String number = cells.get("number");
    if (number != null && rows.isTaken(number.strip(), null)) {
      return RowOutcome.skipped(new RecordRef(Contracts.TYPE, "", number));
    }
    ContractData data = data(row, known);
    LocalDate signedOn = row.day("signedOn");
    if (!row.errors().isEmpty()) {
      return RowOutcome.refused(row.errors());
    }
    ContractView drafted;
    try {
      drafted = contracts.draft(data);
    } catch (InvalidInput invalid) {
      return RowOutcome.refused(invalid.errors());
    }
    if (signedOn != null) {
      return signed(drafted, signedOn);
    }
    return RowOutcome.created(reference(drafted));
  }

  /** A row whose contract cannot be signed leaves nothing. */
  private RowOutcome signed(ContractView drafted, LocalDate day) {
    ExpectedRevision revision = ExpectedRevision.of(drafted.revision());
    try {
      contracts.sign(drafted.id(), revision, day);
      return RowOutcome.created(reference(drafted));
    } catch (InvalidInput invalid) {
      contracts.discard(drafted.id(), revision);
      return RowOutcome.refused(invalid.errors());
    } catch (Refused refused) {
      contracts.discard(drafted.id(), revision);
      return RowOutcome.refused(
          List.of(new FieldError("party", "refused", refused.key(), List.of(refused.arguments()))));
    }
  }

  private static RecordRef reference(ContractView contract) {
    return RecordRef.of(Contracts.TYPE, contract.id(), contract.number());
  }

  private ContractData data(ContractRow row, Known known) {
    PartyId party = row.party(known.parties());
    ContractTypeView type = type(row, known.types());
    LocalDate signedOn = row.day("signedOn");
    LocalDate startsOn = row.day("startsOn");
    UserView salesperson = row.named("salesperson", "unknownUser", known::user);
    List<LineData> lines = row.lines(type, messages);
    return new ContractData(
        party,
        type == null ? null : type.id(),
        row.text("number"),
        row.text("subject"),
        startsOn == null ? signedOn : startsOn,
        row.day("endsOn"),
        row.number("noticeMonths", type == null ? null : type.noticeMonths()),
        row.number("renewalMonths", type == null ? null : type.renewalMonths()),
        currency(row, party),
        row.text("package"),
        salesperson == null ? null : salesperson.id(),
        row.text("branch") == null && salesperson != null
            ? salesperson.branchId()
            : row.named("branch", "unknownBranch", known::branch),
        row.named("responsible", "unknownUser", name -> known.user(name).map(UserView::id)),
        row.text("note"),
        lines);
  }

  /** The type that is named; the only one when none is. */
  private static ContractTypeView type(ContractRow row, List<ContractTypeView> known) {
    if (row.text("type") == null && known.size() == 1) {
      return known.get(0);
    }
    return row.required(
        "type",
        "unknownContractType",
        name ->
            known.stream().filter(type -> isCalled(name, type.code(), type.name())).findFirst());
  }

  /** The currency that is named; the party's own when none is. */
  private String currency(ContractRow row, PartyId party) {
    if (row.text("currency") == null && party != null && parties.get(party).currency() != null) {
      return parties.get(party).currency();
    }
    Currency currency = row.required("currency", "unknownCurrency", CellText::currency);
    return currency == null ? null : currency.getCurrencyCode();
  }

  private static boolean isCalled(String name, String... names) {
    return Stream.of(names).anyMatch(name.strip()::equalsIgnoreCase);
  }
}
