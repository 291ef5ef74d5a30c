package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.commissions.AccrualDecision;
import org.kartoteka.commissions.AccrualExplanation;
import org.kartoteka.commissions.AccrualId;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualTotal;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Accruals;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.BarChart;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** Commissions, how each came about, and the decision on them in bulk. */
final class AccrualPage extends ListFrame<AccrualView> {

  private static final PartyQuery ANY_PARTY = PartyQuery.all();

  /** In the order of their colours; what was refused is not drawn in green. */
  private static final List<AccrualState> DRAWN =
      List.of(
          AccrualState.CALCULATED,
          AccrualState.GRANTED,
          AccrualState.SETTLED,
          AccrualState.PAID,
          AccrualState.REFUSED);

  private final transient Desk desk;
  private final transient Words words;
  private final FilterBar filter;
  private final KeysetGrid<AccrualView> grid;
  private final Div chart = new Div();
  private final Div bar = new Div();
  private transient Set<AccrualView> chosen = Set.of();

  AccrualPage(Desk desk, Visit visit) {
    super("commissions", visit);
    this.desk = desk;
    words = new Words(desk, workspace());
    filter =
        new FilterBar(workspace(), visit.state())
            .choice("state", "commissions.state", AccrualState.class, words::of)
            .day("from", "commissions.from")
            .day("until", "commissions.until")
            .party("party", "commissions.party", desk.parties(), ANY_PARTY)
            .hidden("statement");
    if (workspace().may(CommissionPermissions.ALL)) {
      filter.colleague("person", "commissions.person", desk.users());
    }
    grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    bar.addClassName("kt-toolbar");
    assemble(
        new PageTitle(workspace().text("commissions.title"), buttons()),
        workspace().text(RoomTab.ACCRUALS.titleKey()),
        List.of(RoomTab.ACCRUALS.strip(visit)),
        filter,
        List.of(bar, chart),
        grid,
        atMost -> desk.accruals().count(query(), atMost));
    draw();
    choose(Set.of());
  }

  @Override
  public void reread() {
    grid.deselectAll();
    super.reread();
    draw();
  }

  private boolean decides() {
    return workspace().may(CommissionPermissions.GRANT);
  }

  private Component[] buttons() {
    List<Component> buttons = new ArrayList<>();
    if (decides()) {
      buttons.add(
          Links.button(
              "commissions-grant-all",
              workspace().text("commissions.grant.all"),
              "vaadin:check-square-o",
              this::grantAll));
    }
    desk.export()
        .offer(
            workspace(), Accruals.TYPE, () -> new ExportQuery(filter.state().values(), null, null))
        .ifPresent(buttons::add);
    return buttons.toArray(Component[]::new);
  }

  private void grantAll() {
    AccrualQuery all = waiting();
    long number = desk.accruals().count(all, Integer.MAX_VALUE);
    new org.kartoteka.ui.api.component.AskDialog(
            "commissions-grant-dialog",
            workspace().text("commissions.grant.all"),
            workspace().text("commissions.grant.all.why", number),
            workspace().text("commissions.grant"),
            () -> granted(desk.accruals().grant(DecideAccruals.all(all, null))))
        .undoable()
        .open();
  }

  private AccrualQuery waiting() {
    AccrualQuery now = query();
    return new AccrualQuery(
        now.person(),
        AccrualState.CALCULATED,
        now.party(),
        now.from(),
        now.until(),
        now.statement());
  }

  private void granted(long number) {
    workspace().done(workspace().text("commissions.granted", number));
    reread();
  }

  private AccrualQuery query() {
    AddressState state = filter.state();
    return new AccrualQuery(
        state.id("person", UserId::new),
        state.word("state", AccrualState.class),
        state.id("party", PartyId::new),
        state.day("from"),
        state.day("until"),
        state.id("statement", org.kartoteka.commissions.StatementId::new));
  }

  private KeysetGrid<AccrualView> grid() {
    KeysetGrid<AccrualView> list =
        new KeysetGrid<>(
            "accruals", request -> desk.accruals().page(query(), request), AccrualView::id);
    list.column(
            "earnedOn", "commissions.earnedOn", row -> workspace().formats().date(row.earnedOn()))
        .sortedBy("earnedOn")
        .wide("9rem", 0);
    if (workspace().may(CommissionPermissions.ALL)) {
      list.column("person", "commissions.person", row -> words.person(row.personId()))
          .wide("10rem", 2);
    }
    list.column("amount", "commissions.amount", row -> words.money(row.amount()))
        .numeric()
        .wide("9rem", 0);
    list.column(
            "state",
            "commissions.state",
            Links.pill(row -> Words.tone(row.state()).className(), row -> words.of(row.state())))
        .wide("8rem", 0);
    list.column("document", "commissions.document", AccrualView::document).wide("9rem", 1);
    list.column(
            "party",
            "commissions.party",
            Links.column(
                row -> row.partyId() == null ? null : "parties/" + row.partyId().value(),
                AccrualView::partyName))
        .wide("11rem", 3);
    list.column("rule", "commissions.rule", AccrualView::rule).wide("9rem", 2);
    list.column("base", "commissions.base", row -> words.money(row.base()))
        .numeric()
        .wide("9rem", 0)
        .onRequest();
    if (decides()) {
      list.onSelect(this::choose);
    }
    return list.card(this::card).onOpen(row -> new Dialog(glance(row)).open());
  }

  private void choose(Set<AccrualView> rows) {
    chosen = rows;
    bar.removeAll();
    bar.setVisible(!rows.isEmpty());
    if (rows.isEmpty()) {
      return;
    }
    Span number =
        new Span(
            workspace()
                .text(
                    "commissions.chosen",
                    rows.size(),
                    words.sums(rows.stream().map(AccrualView::amount).toList())));
    Button grant =
        Links.primary(
            "commissions-grant",
            workspace().text("commissions.grant"),
            "vaadin:check",
            () -> granted(desk.accruals().grant(DecideAccruals.of(ids(), null))));
    Button refuse =
        Links.button(
            "commissions-refuse",
            workspace().text("commissions.refuse"),
            "vaadin:close-small",
            () -> RefusalForm.open(desk, workspace(), ids(), this::reread));
    bar.add(number, grant, refuse);
  }

  private List<AccrualId> ids() {
    return chosen.stream().map(AccrualView::id).toList();
  }

  @Override
  protected Component glance(AccrualView row) {
    Preview preview =
        new Preview(workspace(), words.money(row.amount()))
            .pill(words.of(row.state()), Words.tone(row.state()))
            .fact("commissions.person", words.person(row.personId()))
            .fact("commissions.document", row.document())
            .fact("commissions.party", row.partyName())
            .fact(
                "commissions.plan",
                workspace()
                    .text("commissions.plan.with-version", row.planName(), row.planVersion()));
    AccrualExplanation explained = desk.accruals().explain(row.id());
    if (!explained.decisions().isEmpty()) {
      Component decisions =
          Words.listed(explained.decisions().stream().map(this::decision).toList());
      decisions.setId("accrual-decisions");
      preview.fact("commissions.decisions", decisions);
    }
    Component steps = Words.listed(explained.sentences());
    steps.setId("accrual-explanation");
    return preview.fact("commissions.explanation", steps);
  }

  private String decision(AccrualDecision one) {
    String said =
        String.join(
            ", ",
            words.of(one.state()),
            workspace().formats().dateTime(one.decidedAt()),
            one.decidedBy() == null
                ? workspace().text("commissions.decision.with-claim")
                : one.decidedBy());
    return one.reason() == null ? said : said + ": " + one.reason();
  }

  private Component card(AccrualView row) {
    return Links.rowCard(
        words.money(row.amount()),
        new StatusPill(words.of(row.state()), Words.tone(row.state())),
        String.join(
            " · ",
            workspace().formats().date(row.earnedOn()),
            words.person(row.personId()),
            row.document(),
            row.rule()));
  }

  /** What each person has in each state, in the currency that has the most rows. */
  private void draw() {
    chart.removeAll();
    List<AccrualTotal> totals = desk.accruals().totals(query());
    Map<Currency, Long> rows = new LinkedHashMap<>();
    totals.forEach(total -> rows.merge(total.amount().currency(), total.rows(), Long::sum));
    rows.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(most -> chart.add(chart(totals, most.getKey())));
  }

  private Component chart(List<AccrualTotal> totals, Currency currency) {
    List<AccrualTotal> shown =
        totals.stream().filter(total -> total.amount().currency().equals(currency)).toList();
    Set<UserId> persons = new LinkedHashSet<>();
    shown.forEach(total -> persons.add(total.personId()));
    List<BarChart.Series> series = new ArrayList<>();
    for (AccrualState state : DRAWN) {
      List<BigDecimal> values = new ArrayList<>();
      for (UserId person : persons) {
        values.add(
            shown.stream()
                .filter(total -> total.state() == state && total.personId().equals(person))
                .map(total -> total.amount().amount())
                .findFirst()
                .orElse(BigDecimal.ZERO));
      }
      if (values.stream().anyMatch(value -> value.signum() != 0)) {
        series.add(new BarChart.Series(words.of(state), values));
      }
    }
    return new BarChart(
        "commissions-chart",
        workspace().text("commissions.chart"),
        currency.getCurrencyCode(),
        persons.stream().map(words::person).toList(),
        series);
  }

  @Override
  protected Component nothing() {
    return new EmptyState(
        "vaadin:coin-piles",
        workspace().text("commissions.none.ACCRUALS"),
        workspace().text("commissions.none.ACCRUALS.why"));
  }
}
