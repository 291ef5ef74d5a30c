package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.kartoteka.contracts.BalanceRow;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.BarChart;
import org.kartoteka.ui.api.component.Links;

/** A balance in one currency: in number and value as charts, and as a table. */
final class BalancePanel extends Div {

  /**
   * A panel.
   *
   * @param named what a row is called
   * @param address where the movements of a row are shown
   */
  BalancePanel(
      Workspace workspace,
      String currency,
      List<BalanceRow> rows,
      Function<BalanceRow, String> named,
      Function<BalanceRow, String> address) {
    addClassName("kt-panel");
    setId("balance-" + currency);
    List<String> names = rows.stream().map(named).toList();
    String gained = workspace.text("contracts.balance.gained");
    String lost = workspace.text("contracts.balance.lost");
    add(
        new H2(workspace.text("contracts.balance.number", currency)),
        new BarChart(
                "balance-number-" + currency,
                workspace.text("contracts.balance.number", currency),
                "",
                names,
                List.of(
                    series(gained, rows, row -> BigDecimal.valueOf(row.gainedNumber())),
                    series(lost, rows, row -> BigDecimal.valueOf(-row.lostNumber()))))
            .onChoose(place -> workspace.navigate(address.apply(rows.get(place)))),
        new H2(workspace.text("contracts.balance.value", currency)),
        new BarChart(
                "balance-value-" + currency,
                workspace.text("contracts.balance.value", currency),
                currency,
                names,
                List.of(
                    series(gained, rows, BalanceRow::gainedAmount),
                    series(lost, rows, row -> row.lostAmount().negate()),
                    series(workspace.text("contracts.balance.raised"), rows, BalanceRow::raised),
                    series(
                        workspace.text("contracts.balance.lowered"),
                        rows,
                        row -> row.lowered().negate())))
            .onChoose(place -> workspace.navigate(address.apply(rows.get(place)))),
        table(workspace, rows, named, address));
  }

  private static BarChart.Series series(
      String name, List<BalanceRow> rows, Function<BalanceRow, BigDecimal> value) {
    return new BarChart.Series(name, rows.stream().map(value).toList());
  }

  private static Div table(
      Workspace workspace,
      List<BalanceRow> rows,
      Function<BalanceRow, String> named,
      Function<BalanceRow, String> address) {
    NativeTable table = new NativeTable();
    table.addClassName("kt-table");
    NativeTableRow titles = new NativeTableRow();
    for (String part : List.of("of", "opening", "gained", "raised", "lowered", "lost", "closing")) {
      NativeTableHeaderCell cell = new NativeTableHeaderCell();
      cell.setText(workspace.text("contracts.balance." + part));
      cell.getStyle().set("text-align", part.equals("of") ? "start" : "end");
      titles.add(cell);
    }
    NativeTableHeader head = new NativeTableHeader();
    head.add(titles);
    NativeTableBody body = new NativeTableBody();
    for (BalanceRow row : rows) {
      NativeTableRow line = new NativeTableRow();
      NativeTableCell name = new NativeTableCell();
      name.add(Links.to(address.apply(row), named.apply(row)));
      line.add(
          name,
          cell(workspace, row.openingNumber(), row.openingAmount()),
          cell(workspace, row.gainedNumber(), row.gainedAmount()),
          cell(workspace, null, row.raised()),
          cell(workspace, null, row.lowered()),
          cell(workspace, row.lostNumber(), row.lostAmount()),
          cell(workspace, row.closingNumber(), row.closingAmount()));
      body.add(line);
    }
    table.add(head, body);
    Div scroll = new Div(table);
    scroll.getStyle().set("overflow-x", "auto");
    return scroll;
  }

  private static NativeTableCell cell(Workspace workspace, Long number, BigDecimal amount) {
    String value = workspace.formats().number(amount);
    NativeTableCell cell =
        new NativeTableCell(
            number == null
                ? value
                : workspace.formats().number(number.longValue()) + " · " + value);
    cell.addClassName("kt-number");
    return cell;
  }
}
