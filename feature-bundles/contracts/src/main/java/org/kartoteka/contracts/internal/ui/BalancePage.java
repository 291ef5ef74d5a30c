package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.contracts.BalanceDimension;
import org.kartoteka.contracts.BalanceQuery;
import org.kartoteka.contracts.BalanceRow;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.MovementKind;
import org.kartoteka.contracts.MovementQuery;
import org.kartoteka.contracts.MovementView;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.ErrorBox;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.ProblemText;

/** The balance of contracts gained and lost, with what it is made of. */
final class BalancePage extends ListFrame<MovementView> {

  private static final List<BalanceDimension> DIMENSIONS =
      List.of(
          BalanceDimension.MONTH,
          BalanceDimension.TYPE,
          BalanceDimension.PACKAGE,
          BalanceDimension.SALESPERSON,
          BalanceDimension.BRANCH,
          BalanceDimension.REASON);

  private final transient ContractDesk desk;
  private final transient Words words;
  private final FilterBar filter;
  private final Div balance = new Div();

  BalancePage(ContractDesk desk, Visit visit) {
    super("balance", visit);
    this.desk = desk;
    words = new Words(desk, workspace());
    balance.setId("balance");
    balance
        .getStyle()
        .set("display", "grid")
        .set("grid-template-columns", "minmax(0, 1fr)")
        .set("gap", "var(--lumo-space-s)");
    filter =
        new FilterBar(workspace(), usual(visit.state()))
            .day("from", "contracts.filter.from")
            .day("to", "contracts.filter.to")
            .choice("by", "contracts.balance.by", DIMENSIONS, BalanceDimension::name, this::called)
            .choice(
                "type",
                "contracts.field.typeId",
                desk.types().all(),
                type -> Long.toString(type.id().value()),
                ContractTypeView::name)
            .colleague("salesperson", "contracts.field.salespersonId", desk.users())
            .choice("kind", "contracts.balance.kind", MovementKind.class, words::of);
    for (String hidden : List.of("package", "branch", "reason")) {
      filter.hidden(hidden);
    }
    filter.end(this::filtered);
    KeysetGrid<MovementView> grid = grid();
    assemble(
        new PageTitle(workspace().text("contracts.tab.BALANCE")),
        workspace().text("contracts.tab.BALANCE"),
        List.of(RoomTab.BALANCE.strip(visit)),
        filter,
        List.of(balance),
        grid,
        null);
    show();
  }

  /** This year by months, unless the address says otherwise. */
  private AddressState usual(AddressState state) {
    int year = workspace().formats().today().getYear();
    AddressState usual = state;
    usual = state.day("from") == null ? usual.with("from", year + "-01-01") : usual;
    usual = state.day("to") == null ? usual.with("to", year + "-12-31") : usual;
    return state.first("by") == null ? usual.with("by", BalanceDimension.MONTH.name()) : usual;
  }

  private String called(BalanceDimension by) {
    return workspace().text("contracts.by." + by.name());
  }

  @Override
  public void reread() {
    super.reread();
    show();
  }

  private void show() {
    balance.removeAll();
    AddressState state = usual(filter.state());
    BalanceDimension by = state.word("by", BalanceDimension.class);
    BalanceQuery query =
        new BalanceQuery(
            state.day("from"),
            state.day("to"),
            by == null ? BalanceDimension.MONTH : by,
            state.id("type", ContractTypeId::new),
            state.first("package"),
            state.id("salesperson", UserId::new),
            state.id("branch", BranchId::new));
    try {
      desk.balance().balance(query).stream()
          .collect(Collectors.groupingBy(BalanceRow::currency))
          .values()
          .stream()
          .sorted(Comparator.comparing(BalancePage::weight).reversed())
          .forEach(
              rows ->
                  balance.add(
                      new BalancePanel(
                          workspace(),
                          rows.get(0).currency(),
                          rows,
                          row -> name(query.by(), row.key()),
                          row -> rowsOf(query, row))));
    } catch (InvalidInput invalid) {
      balance.add(ErrorBox.saying(ProblemText.of(invalid)));
    }
  }

  /** The currency with the most contracts comes first. */
  private static long weight(List<BalanceRow> rows) {
    return rows.stream().mapToLong(row -> row.gainedNumber() + row.closingNumber()).sum();
  }

  private String name(BalanceDimension by, String key) {
    if (key.isEmpty()) {
      return workspace().text("contracts.balance.unknown");
    }
    return switch (by) {
      case TYPE -> desk.types().get(new ContractTypeId(Long.parseLong(key))).name();
      case PACKAGE -> words.code(CodeList.PACKAGE, key);
      case REASON -> words.code(CodeList.TERMINATION_REASON, key);
      case SALESPERSON -> words.user(new UserId(Long.parseLong(key)));
      case BRANCH -> words.branch(new BranchId(Long.parseLong(key)));
      case MONTH, NOTHING -> key;
    };
  }

  /** The address of the movements of a row. */
  private String rowsOf(BalanceQuery query, BalanceRow row) {
    AddressState state = filter.state().with("by", query.by().name());
    String key = row.key().isEmpty() ? null : row.key();
    AddressState narrowed =
        switch (query.by()) {
          case MONTH -> {
            YearMonth month = YearMonth.parse(row.key());
            yield state
                .with("from", month.atDay(1).toString())
                .with("to", month.atEndOfMonth().toString())
                .with("by", BalanceDimension.TYPE.name());
          }
          case TYPE -> state.with("type", key);
          case PACKAGE -> state.with("package", key);
          case SALESPERSON -> state.with("salesperson", key);
          case BRANCH -> state.with("branch", key);
          case REASON -> state.with("reason", key);
          case NOTHING -> state;
        };
    return narrowed.at(RoomTab.BALANCE.address());
  }

  private MovementQuery movements() {
    AddressState state = usual(filter.state());
    return new MovementQuery(
        state.day("from"),
        state.day("to"),
        state.word("kind", MovementKind.class),
        state.id("type", ContractTypeId::new),
        state.first("package"),
        state.id("salesperson", UserId::new),
        state.id("branch", BranchId::new),
        state.first("reason"),
        null);
  }

  @Override
  protected Component nothing() {
    return new EmptyState(
        "vaadin:bar-chart",
        workspace().text("contracts.balance.none"),
        workspace().text("contracts.balance.none.why"));
  }

  private KeysetGrid<MovementView> grid() {
    KeysetGrid<MovementView> list =
        new KeysetGrid<>(
            "movements",
            request -> desk.balance().movements(movements(), request),
            row -> row.contractId().value() + row.kind().name() + row.day());
    list.column("day", "contracts.balance.day", row -> workspace().formats().date(row.day()))
        .sortedBy("day")
        .wide("8rem", 0);
    list.column("kind", "contracts.balance.kind", row -> words.of(row.kind())).wide("8rem", 0);
    list.column(
            "number",
            "contracts.field.number",
            Links.rows(row -> ContractListPage.address(row.contractId()), MovementView::number))
        .wide("9rem", 1);
    list.column("party", "contracts.field.partyId", MovementView::partyName).wide("12rem", 3);
    list.column(
            "amount", "contracts.field.monthly", row -> words.money(row.amount(), row.currency()))
        .sortedBy("amount")
        .numeric()
        .wide("9rem", 0);
    list.column(
            "salesperson", "contracts.field.salespersonId", row -> words.user(row.salespersonId()))
        .wide("9rem", 1);
    list.column(
            "reason",
            "contracts.field.terminationReason",
            row -> words.code(CodeList.TERMINATION_REASON, row.reason()))
        .wide("9rem", 1);
    return list.card(
            row ->
                Links.rowCard(
                    Words.joined(row.number(), row.partyName()),
                    new Span(words.money(row.amount(), row.currency())),
                    Words.joined(words.of(row.kind()), workspace().formats().date(row.day()))))
        .onOpen(row -> visit().navigate(ContractListPage.address(row.contractId())));
  }
}
