package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** The list of contracts. */
final class ContractListPage extends ListFrame<ContractSummary> {

  private static final List<Integer> DAYS = List.of(30, 60, 90, 180, 365);

  private final transient ContractDesk desk;
  private final transient Words words;
  private final FilterBar filter;

  ContractListPage(ContractDesk desk, Visit visit) {
    super("contracts", visit);
    this.desk = desk;
    words = new Words(desk, workspace());
    List<ContractTypeView> types = desk.types().all();
    filter =
        new FilterBar(workspace(), visit.state())
            .words("q")
            .choice("state", "contracts.field.state", ContractState.class, words::of)
            .choice(
                "type",
                "contracts.field.typeId",
                types,
                type -> Long.toString(type.id().value()),
                ContractTypeView::name)
            .choice(
                "ends",
                "contracts.filter.ends",
                DAYS,
                days -> Integer.toString(days),
                days -> workspace().text("contracts.filter.days", days))
            .colleague("responsible", "contracts.field.responsibleId", desk.users())
            .colleague("salesperson", "contracts.field.salespersonId", desk.users())
            .party("party", "contracts.field.partyId", desk.parties(), PartyQuery.all());
    KeysetGrid<ContractSummary> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(
        new PageTitle(workspace().text("contracts.title"), buttons()),
        workspace().text("contracts.title"),
        List.of(RoomTab.CONTRACTS.strip(visit)),
        filter,
        List.of(),
        grid,
        atMost -> desk.contracts().count(query(), atMost));
  }

  private Component[] buttons() {
    List<Component> buttons = new ArrayList<>(List.of(adding("contract-new")));
    desk.export().offer(workspace(), Contracts.TYPE, this::exported).ifPresent(buttons::add);
    return buttons.toArray(Component[]::new);
  }

  /** What is listed. */
  private ExportQuery exported() {
    ContractQuery query = query();
    Map<String, List<String>> wanted = new HashMap<>();
    put(wanted, "query", query.text());
    put(wanted, "partyId", query.party());
    put(wanted, "typeId", query.type());
    put(wanted, "state", query.state());
    put(wanted, "salespersonId", query.salesperson());
    put(wanted, "responsibleId", query.responsible());
    put(wanted, "endsWithinDays", query.endsWithinDays());
    return new ExportQuery(wanted, null, null);
  }

  private static void put(Map<String, List<String>> wanted, String name, Object value) {
    if (value != null) {
      wanted.put(
          name, List.of(value instanceof Id id ? Long.toString(id.value()) : value.toString()));
    }
  }

  private Component[] adding(String id) {
    return workspace().may(ContractPermissions.CHANGE)
        ? new Component[] {
          Links.primary(
              id,
              workspace().text("contracts.new"),
              "vaadin:plus",
              () ->
                  ContractForm.add(
                      desk, workspace(), null, added -> visit().navigate(address(added.id()))))
        }
        : new Component[0];
  }

  /** The address of a contract. */
  static String address(ContractId id) {
    return "contracts/" + id.value();
  }

  private ContractQuery query() {
    AddressState state = filter.state();
    String days = state.first("ends");
    return new ContractQuery(
        state.first("q"),
        state.id("party", PartyId::new),
        state.id("type", ContractTypeId::new),
        state.word("state", ContractState.class),
        state.id("salesperson", UserId::new),
        null,
        state.id("responsible", UserId::new),
        null,
        days != null && days.matches("\\d{1,4}") ? Integer.valueOf(days) : null,
        null,
        null);
  }

  @Override
  protected Component nothing() {
    return new EmptyState(
        "vaadin:file-text-o",
        workspace().text("contracts.none"),
        workspace().text("contracts.none.why"),
        adding("contract-first"));
  }

  private KeysetGrid<ContractSummary> grid() {
    KeysetGrid<ContractSummary> list =
        new KeysetGrid<>(
            "contracts", request -> desk.contracts().page(query(), request), ContractSummary::id);
    list.column(
            "number",
            "contracts.field.number",
            Links.rows(row -> address(row.id()), ContractSummary::number))
        .sortedBy("number")
        .wide("9rem", 1);
    list.column(
            "party",
            "contracts.field.partyId",
            Links.column(row -> "parties/" + row.partyId().value(), ContractSummary::partyName))
        .sortedBy("partyName")
        .wide("10rem", 3);
    list.column("subject", "contracts.field.subject", ContractSummary::subject).wide("8rem", 2);
    list.column("type", "contracts.field.typeId", ContractSummary::typeName).wide("7rem", 1);
    list.column(
            "state",
            "contracts.field.state",
            Links.pill(row -> Words.tone(row.state()).className(), row -> words.of(row.state())))
        .wide("9.5rem", 0);
    list.column(
            "monthly",
            "contracts.field.monthly",
            row -> words.money(row.monthlyAmount(), row.currency()))
        .sortedBy("monthlyAmount")
        .numeric()
        .wide("8.5rem", 0);
    list.column("signed", "contracts.field.signedOn", row -> date(row.signedOn()))
        .sortedBy("signedOn")
        .wide("8rem", 0)
        .onRequest();
    list.column("ends", "contracts.field.endsOn", row -> date(row.endsOn()))
        .sortedBy("endsOn")
        .wide("8rem", 0);
    list.column("decide", "contracts.field.decideBy", row -> date(row.decideBy()))
        .sortedBy("decideBy")
        .wide("8rem", 0);
    list.column(
            "margin",
            "contracts.field.margin",
            row -> words.money(row.monthlyAmount().subtract(row.monthlyCost()), row.currency()))
        .numeric()
        .wide("9rem", 0)
        .onRequest();
    list.column(
            "salesperson", "contracts.field.salespersonId", row -> words.user(row.salespersonId()))
        .wide("9rem", 1)
        .onRequest();
    list.column(
            "responsible", "contracts.field.responsibleId", row -> words.user(row.responsibleId()))
        .wide("9rem", 1);
    list.column(
            "changed",
            "contracts.field.changedAt",
            row -> workspace().formats().ago(row.changedAt()))
        .sortedBy("changedAt")
        .wide("9rem", 0)
        .onRequest();
    return list.card(this::card).onOpen(row -> visit().navigate(address(row.id())));
  }

  private String date(LocalDate day) {
    return workspace().formats().date(day);
  }

  @Override
  protected Component glance(ContractSummary row) {
    return new Preview(workspace(), Links.to(address(row.id()), row.number()))
        .pill(words.of(row.state()), Words.tone(row.state()))
        .fact(
            "contracts.field.partyId",
            Links.to("parties/" + row.partyId().value(), row.partyName()))
        .fact("contracts.field.subject", row.subject())
        .fact("contracts.field.typeId", row.typeName())
        .fact("contracts.field.period", words.period(row.startsOn(), row.endsOn()))
        .fact("contracts.field.decideBy", date(row.decideBy()))
        .fact("contracts.field.monthly", words.money(row.monthlyAmount(), row.currency()))
        .fact("contracts.field.salespersonId", words.user(row.salespersonId()))
        .fact("contracts.field.responsibleId", words.user(row.responsibleId()))
        .action(
            "contract-open",
            "contracts.open",
            "vaadin:arrow-right",
            () -> visit().navigate(address(row.id())));
  }

  private Component card(ContractSummary row) {
    return Links.rowCard(
        Words.joined(row.number(), row.partyName()),
        new StatusPill(words.of(row.state()), Words.tone(row.state())),
        Words.joined(
            row.typeName(),
            words.money(row.monthlyAmount(), row.currency()),
            words.period(row.startsOn(), row.endsOn())));
  }
}
