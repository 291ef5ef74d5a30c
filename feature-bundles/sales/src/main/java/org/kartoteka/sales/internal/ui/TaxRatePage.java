package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TaxRateQuery;
import org.kartoteka.sales.TaxRateView;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;

/** The list of rates of tax. */
final class TaxRatePage extends RoomPage<TaxRateView> {

  private final FilterBar filter;

  TaxRatePage(SalesDesk desk, Visit visit) {
    super(RoomTab.TAX_RATES, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .choice(
                "code",
                "sales.tax.code",
                desk.taxRates().all().stream().map(TaxRate::code).distinct().toList(),
                code -> code,
                code -> code)
            .day("day", "sales.tax.day");
    KeysetGrid<TaxRateView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.taxRates().count(query(), atMost), buttons());
  }

  private List<Component> buttons() {
    return workspace.may(SalesPermissions.CATALOGUE)
        ? List.of(
            Links.primary(
                "tax-new",
                workspace.text("sales.tax.new"),
                "vaadin:plus",
                () -> TaxRateForm.add(desk, workspace, this::reread)))
        : List.of();
  }

  private TaxRateQuery query() {
    return new TaxRateQuery(filter.state().first("code"), filter.state().day("day"));
  }

  private KeysetGrid<TaxRateView> grid() {
    KeysetGrid<TaxRateView> list =
        new KeysetGrid<>(
            "sales-tax-rates",
            request -> desk.taxRates().page(query(), request),
            TaxRateView::data);
    list.column("code", "sales.tax.code", TaxRateView::code).sortedBy("code").wide("8rem", 1);
    list.column("percent", "sales.tax.percent", this::percent).numeric().wide("7rem", 0);
    list.column("validFrom", "sales.tax.validFrom", this::from)
        .sortedBy("validFrom")
        .wide("9rem", 1);
    list.column("validUntil", "sales.tax.validUntil", this::until).wide("9rem", 1);
    return list.card(row -> Links.rowCard(row.code() + " · " + percent(row), null, time(row)))
        .onOpen(row -> TaxRateForm.edit(desk, workspace, row.data(), this::reread));
  }

  private String percent(TaxRateView row) {
    return workspace.text("sales.tax.percents", workspace.formats().number(row.percent()));
  }

  private String from(TaxRateView row) {
    return workspace.formats().date(row.validFrom());
  }

  private String until(TaxRateView row) {
    return row.validUntil() == null ? "" : workspace.formats().date(row.validUntil());
  }

  private String time(TaxRateView row) {
    return row.validUntil() == null
        ? workspace.text("sales.tax.since", from(row))
        : from(row) + " – " + until(row);
  }

  @Override
  protected Component glance(TaxRateView row) {
    return new Preview(workspace, row.code())
        .fact("sales.tax.percent", percent(row))
        .fact("sales.tax.validFrom", from(row))
        .fact("sales.tax.validUntil", until(row))
        .action(
            "tax-open",
            "sales.open",
            "vaadin:edit",
            () -> TaxRateForm.edit(desk, workspace, row.data(), this::reread));
  }
}
