package org.kartoteka.contracts.internal.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands out contracts as they were signed, in the columns in which they can be taken in again. The
 * filter knows what the list of the HTTP API knows.
 */
@Component
public final class ContractExporter implements RecordExporter {

  private static final String DUE = "due";
  private static final Set<String> FILTERS =
      Set.of(
          "query",
          "partyId",
          "typeId",
          "state",
          "salespersonId",
          "branchId",
          "responsibleId",
          "packageType",
          "endsWithinDays",
          "signedFrom",
          "signedTo");

  private final RecordKeeping keeping;
  private final AccessControl access;
  private final ContractRows rows;
  private final ContractRecords contracts;
  private final PartyRegister parties;
  private final UserDirectory users;
  private final Branches branches;

  @Activate
  public ContractExporter(
      @Reference RecordKeeping keeping,
      @Reference AccessControl access,
      @Reference ContractRows rows,
      @Reference ContractRecords contracts,
      @Reference PartyRegister parties,
      @Reference UserDirectory users,
      @Reference Branches branches) {
    this.keeping = keeping;
    this.access = access;
    this.rows = rows;
    this.contracts = contracts;
    this.parties = parties;
    this.users = users;
    this.branches = branches;
  }

  @Override
  public String type() {
    return Contracts.TYPE;
  }

  @Override
  public String permission() {
    return ContractPermissions.EXPORT;
  }

  @Override
  public Set<FileFormat> formats() {
    return Set.of(FileFormat.CSV, FileFormat.XLSX, FileFormat.JSON);
  }

  @Override
  public List<ExportField> fields() {
    return ContractFields.ALL.stream()
        .map(
            field ->
                field.name().equals(DUE)
                    ? ExportField.coded(DUE, "contracts.due")
                    : ExportField.of(field.name()))
        .toList();
  }

  @Override
  public void check(ExportQuery order) {
    ids(order);
    ContractQuery query = query(order);
    reading(
        () -> rows.toExport(query, keeping.act().today(), new PageRequest(1, null, order.sort())));
  }

  @Override
  public void rows(ExportQuery order, List<String> fields, RowSink sink) {
    Map<UserId, String> people =
        users.users().stream().collect(Collectors.toMap(UserView::id, UserView::name));
    Map<BranchId, String> places =
        branches.all().stream().collect(Collectors.toMap(BranchView::id, BranchView::name));
    List<ContractId> chosen = ids(order);
    if (!chosen.isEmpty()) {
      for (int at = 0; at < chosen.size(); at += PageRequest.MAX_LIMIT) {
        List<ContractId> piece =
            chosen.subList(at, Math.min(chosen.size(), at + PageRequest.MAX_LIMIT));
        write(reading(() -> cells(rows.toExport(piece), people, places)), fields, sink);
      }
      return;
    }
    ContractQuery query = query(order);
    PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, null, order.sort());
    while (request != null) {
      PageRequest present = request;
      Page<ContractId> page = reading(() -> rows.toExport(query, keeping.act().today(), present));
      write(reading(() -> cells(page.items(), people, places)), fields, sink);
      request =
          page.next() == null
              ? null
              : new PageRequest(PageRequest.MAX_LIMIT, page.next(), order.sort());
    }
  }

  private <T> T reading(Supplier<T> work) {
    access.require(ContractPermissions.READ);
    return keeping.with(ContractPermissions.EXPORT, work);
  }

  private static void write(List<Map<String, String>> rows, List<String> fields, RowSink sink) {
    rows.forEach(cells -> sink.row(fields.stream().map(cells::get).toList()));
  }

  private List<Map<String, String>> cells(
      List<ContractId> ids, Map<UserId, String> people, Map<BranchId, String> places) {
    List<Contract> found = contracts.all(ids);
    Map<PartyId, String> customers =
        parties.summaries(found.stream().map(Contract::party).distinct().toList()).stream()
            .collect(Collectors.toMap(PartySummary::id, ContractExporter::called));
    return found.stream()
        .map(
            contract ->
                ContractCells.of(
                    contract,
                    contracts.typeOf(contract).code(),
                    customers.get(contract.party()),
                    people,
                    places))
        .toList();
  }

  /** By what an import finds the party for sure. */
  private static String called(PartySummary party) {
    return party.number() == null ? party.name() : party.number();
  }

  private static List<ContractId> ids(ExportQuery order) {
    return order.ids().stream()
        .map(id -> read("ids", id, text -> new ContractId(Long.parseLong(text))))
        .toList();
  }

  private static ContractQuery query(ExportQuery order) {
    for (String name : order.filter().keySet()) {
      if (!FILTERS.contains(name)) {
        throw new InvalidInput(
            FieldError.of("filter", "filterValue", name, order.filter().get(name)));
      }
    }
    return new ContractQuery(
        value(order, "query", text -> text),
        value(order, "partyId", id -> new PartyId(Long.parseLong(id))),
        value(order, "typeId", id -> new ContractTypeId(Long.parseLong(id))),
        value(order, "state", ContractState::valueOf),
        value(order, "salespersonId", id -> new UserId(Long.parseLong(id))),
        value(order, "branchId", id -> new BranchId(Long.parseLong(id))),
        value(order, "responsibleId", id -> new UserId(Long.parseLong(id))),
        value(order, "packageType", text -> text),
        value(order, "endsWithinDays", Integer::valueOf),
        value(order, "signedFrom", LocalDate::parse),
        value(order, "signedTo", LocalDate::parse));
  }

  private static <T> T value(ExportQuery order, String name, Function<String, T> reading) {
    List<String> values = order.filter().getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0).isBlank() ? null : read(name, values.get(0), reading);
  }

  private static <T> T read(String name, String written, Function<String, T> reading) {
    try {
      return reading.apply(written);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new InvalidInput(FieldError.of("filter", "filterValue", name, written));
    }
  }
}
