package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.ExchangeRateQuery;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;

/** The list of rates of exchange. */
final class ExchangeRatePage extends RoomPage<ExchangeRate> {

  private final FilterBar filter;

  ExchangeRatePage(SalesDesk desk, Visit visit) {
    super(RoomTab.EXCHANGE_RATES, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .choice(
                "currency",
                "sales.document.currency",
                Currency.getAvailableCurrencies().stream()
                    .sorted(Comparator.comparing(Currency::getCurrencyCode))
                    .toList(),
                Currency::getCurrencyCode,
                Currency::getCurrencyCode)
            .day("from", "sales.from")
            .day("to", "sales.to");
    KeysetGrid<ExchangeRate> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.exchange().count(query(), atMost), buttons());
  }

  private List<Component> buttons() {
    return workspace.may(SalesPermissions.CATALOGUE)
        ? List.of(
            Links.primary(
                "exchange-new",
                workspace.text("sales.exchange.new"),
                "vaadin:plus",
                () -> ExchangeRateForm.add(desk, workspace, this::reread)))
        : List.of();
  }

  private ExchangeRateQuery query() {
    String code = filter.state().first("currency");
    Currency currency =
        Currency.getAvailableCurrencies().stream()
            .filter(one -> one.getCurrencyCode().equals(code))
            .findFirst()
            .orElse(null);
    return new ExchangeRateQuery(currency, filter.state().day("from"), filter.state().day("to"));
  }

  private record Key(Currency currency, LocalDate day) {}

  private KeysetGrid<ExchangeRate> grid() {
    KeysetGrid<ExchangeRate> list =
        new KeysetGrid<>(
            "sales-exchange-rates",
            request -> desk.exchange().page(query(), request),
            row -> new Key(row.currency(), row.day()));
    list.column("day", "sales.exchange.day", this::day).sortedBy("day").wide("9rem", 1);
    list.column("currency", "sales.document.currency", row -> row.currency().getCurrencyCode())
        .sortedBy("currency")
        .wide("7rem", 0);
    list.column("rate", "sales.exchange.rate", this::rate)
        .sortedBy("rate")
        .numeric()
        .wide("10rem", 0);
    return list.card(
            row ->
                Links.rowCard(row.currency().getCurrencyCode(), null, day(row) + " · " + rate(row)))
        .onOpen(row -> ExchangeRateForm.edit(desk, workspace, row, this::reread));
  }

  private String day(ExchangeRate row) {
    return workspace.formats().date(row.day());
  }

  private String rate(ExchangeRate row) {
    return workspace.formats().number(row.rate());
  }

  @Override
  protected Component glance(ExchangeRate row) {
    return new Preview(workspace, row.currency().getCurrencyCode())
        .fact("sales.exchange.day", day(row))
        .fact("sales.exchange.rate", rate(row))
        .action(
            "exchange-open",
            "sales.open",
            "vaadin:edit",
            () -> ExchangeRateForm.edit(desk, workspace, row, this::reread));
  }
}
