package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.TurnoverQuery.By;
import org.kartoteka.sales.TurnoverRow;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.BarChart;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.PageTitle;

/** The turnover by month, product group or party, as bars and as a table. */
final class TurnoverPage extends Div {

  private static final int BARS = 24;

  private final transient SalesDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final FilterBar filter;
  private final Div shown = new Div();

  TurnoverPage(SalesDesk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    addClassName("kt-page");
    visit.title(workspace.text(RoomTab.TURNOVER.titleKey()));
    filter =
        new FilterBar(workspace, visit.state())
            .choice("by", "sales.turnover.by", By.class, by -> workspace.text("sales.by." + by))
            .party("party", "sales.document.party", desk.parties(), PartyQuery.all())
            .choice(
                "group",
                "sales.product.group",
                desk.catalogue().groups(),
                group -> Long.toString(group.id().value()),
                CataloguePage::indented)
            .day("from", "sales.from")
            .day("to", "sales.to");
    filter.end(this::filtered);
    add(new PageTitle(workspace.text("sales.title")), RoomTab.TURNOVER.strip(visit), filter, shown);
    show();
  }

  private void filtered() {
    visit.remember(filter.state());
    show();
  }

  private void show() {
    shown.removeAll();
    By chosen = filter.state().word("by", By.class);
    shown.add(
        of(
            desk,
            workspace,
            new TurnoverQuery(
                filter.state().id("party", PartyId::new),
                filter.state().id("group", ProductGroupId::new),
                filter.state().day("from"),
                filter.state().day("to"),
                chosen == null ? By.MONTH : chosen)));
  }

  /** The turnover as bars for each currency, and as a table. */
  static Component of(SalesDesk desk, Workspace workspace, TurnoverQuery query) {
    List<TurnoverRow> rows = new ArrayList<>(desk.turnover().rows(query));
    if (rows.isEmpty()) {
      return new EmptyState(
          "vaadin:bar-chart",
          workspace.text("sales.none.TURNOVER"),
          workspace.text("sales.none.TURNOVER.why"));
    }
    Div all = new Div();
    Map<String, List<TurnoverRow>> byCurrency = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byCurrency
                .computeIfAbsent(row.currency().getCurrencyCode(), code -> new ArrayList<>())
                .add(row));
    byCurrency.forEach((code, list) -> all.add(chart(workspace, query, code, list)));
    all.add(table(workspace, rows));
    return all;
  }

  private static BarChart chart(
      Workspace workspace, TurnoverQuery query, String code, List<TurnoverRow> rows) {
    List<TurnoverRow> bars = new ArrayList<>(rows.subList(0, Math.min(BARS, rows.size())));
    if (query.by() == By.MONTH) {
      Collections.reverse(bars);
    }
    List<BigDecimal> nets = bars.stream().map(TurnoverRow::net).toList();
    return new BarChart(
        "turnover-" + code,
        workspace.text("sales.turnover.title", code),
        code,
        bars.stream().map(row -> called(workspace, row)).toList(),
        List.of(new BarChart.Series(workspace.text("sales.document.net"), nets)));
  }

  private static Grid<TurnoverRow> table(Workspace workspace, List<TurnoverRow> rows) {
    Grid<TurnoverRow> grid = new Grid<>();
    grid.setId("turnover-table");
    grid.setAllRowsVisible(true);
    grid.addColumn(row -> called(workspace, row))
        .setHeader(workspace.text("sales.turnover.what"))
        .setFlexGrow(3);
    figures(grid, workspace, "sales.document.net", TurnoverRow::net);
    figures(grid, workspace, "sales.document.tax", TurnoverRow::tax);
    figures(grid, workspace, "sales.turnover.margin", TurnoverRow::margin);
    grid.getColumns().forEach(column -> column.setAutoWidth(true));
    grid.setItems(rows);
    return grid;
  }

  private static void figures(
      Grid<TurnoverRow> grid,
      Workspace workspace,
      String key,
      Function<TurnoverRow, BigDecimal> value) {
    grid.addColumn(row -> workspace.formats().money(new Money(value.apply(row), row.currency())))
        .setHeader(workspace.text(key))
        .setTextAlign(ColumnTextAlign.END);
  }

  private static String called(Workspace workspace, TurnoverRow row) {
    if (row.month() != null) {
      return DateTimeFormatter.ofPattern("LLL yyyy", workspace.formats().locale())
          .format(row.month());
    }
    return row.name() == null ? workspace.text("sales.turnover.none") : row.name();
  }
}
