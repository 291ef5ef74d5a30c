package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;

/** The list of observed prices with their chart. */
final class PricePage extends RoomPage<PriceObservationView> {

  private static final String CHART = "chart";

  private final FilterBar filter;
  private final PriceChart chart;
  private Button toggle;

  PricePage(CompetitorDesk desk, Visit visit) {
    super(RoomTab.PRICES, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .words("q")
            .party("competitor", "competitors.competitor", desk.parties(), Words.WITH_ROLE)
            .party("customer", "competitors.price.customerId", desk.parties(), PartyQuery.all())
            .day("from", "competitors.filter.from")
            .day("to", "competitors.filter.to")
            .hidden("product");
    chart = new PriceChart("price-chart", desk, workspace);
    chart.setVisible(visit.state().first(CHART) != null);
    KeysetGrid<PriceObservationView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(
        filter, grid, atMost -> desk.prices().count(query(), atMost), List.of(chart), buttons());
    draw();
  }

  private Component[] buttons() {
    List<Component> buttons = new ArrayList<>();
    toggle =
        Links.button(
            "price-chart-toggle",
            workspace.text("competitors.chart"),
            "vaadin:line-chart",
            this::toggle);
    buttons.add(toggle);
    if (workspace.may(CompetitorPermissions.IMPORT)) {
      Button bring =
          Links.button(
              "price-import",
              workspace.text("competitors.price.import"),
              "vaadin:upload",
              () -> visit.navigate("import?type=" + PriceObservations.TYPE));
      bring.addClassName("kt-wide-only");
      buttons.add(bring);
    }
    if (workspace.may(CompetitorPermissions.RECORD)) {
      buttons.add(
          Links.primary(
              "price-new",
              workspace.text("competitors.price.new"),
              "vaadin:plus",
              () -> PriceForm.add(desk, workspace, null, null, null, this::reread)));
    }
    return buttons.toArray(Component[]::new);
  }

  private void toggle() {
    chart.setVisible(!chart.isVisible());
    filter.keep(CHART, chart.isVisible() ? "on" : null);
    visit.remember(filter.state());
    draw();
  }

  private void draw() {
    toggle.getElement().setAttribute("aria-expanded", Boolean.toString(chart.isVisible()));
    if (chart.isVisible()) {
      chart.show(query());
    }
  }

  @Override
  public void reread() {
    super.reread();
    draw();
  }

  private PriceObservationQuery query() {
    AddressState state = filter.state();
    return new PriceObservationQuery(
        state.first("q"),
        state.id("competitor", PartyId::new),
        state.id("product", ProductId::new),
        state.id("customer", PartyId::new),
        null,
        state.day("from"),
        state.day("to"));
  }

  private KeysetGrid<PriceObservationView> grid() {
    KeysetGrid<PriceObservationView> list =
        new KeysetGrid<>(
            "price-observations",
            request -> desk.prices().page(query(), request),
            PriceObservationView::id);
    list.column("date", "competitors.price.date", row -> workspace.formats().date(row.date()))
        .sortedBy("date")
        .wide("8rem", 0);
    list.column("product", "competitors.price.productId", PriceObservationView::productName)
        .sortedBy("productName")
        .wide("13rem", 3);
    list.column(
            "competitor",
            "competitors.competitor",
            CardLinks.party(
                PriceObservationView::competitorId, PriceObservationView::competitorName))
        .sortedBy("competitorName")
        .wide("11rem", 2);
    list.column("price", "competitors.price.price", row -> words.price(row.price(), row.unit()))
        .sortedBy("price")
        .numeric()
        .wide("10rem", 0);
    list.column(
            "customer",
            "competitors.price.customerId",
            CardLinks.party(PriceObservationView::customerId, PriceObservationView::customerName))
        .wide("11rem", 2);
    list.column("source", "competitors.price.source", PriceObservationView::source).wide("9rem", 1);
    list.column("by", "competitors.createdBy", PriceObservationView::createdBy).onRequest();
    return list.card(this::card).onOpen(row -> PriceForm.edit(desk, workspace, row, this::reread));
  }

  @Override
  protected Component glance(PriceObservationView row) {
    Preview preview =
        new Preview(workspace, row.productName())
            .fact("competitors.price.price", words.price(row.price(), row.unit()))
            .fact("competitors.price.date", workspace.formats().date(row.date()))
            .fact(
                "competitors.competitor",
                Links.to(CardLinks.address(row.competitorId()), row.competitorName()));
    if (row.customerId() != null) {
      preview.fact(
          "competitors.price.customerId",
          Links.to(CardLinks.address(row.customerId()), row.customerName()));
    }
    return preview
        .fact("competitors.price.source", row.source())
        .fact("competitors.price.note", row.note())
        .fact("competitors.createdBy", row.createdBy())
        .action(
            "price-open",
            "competitors.edit",
            "vaadin:edit",
            () -> PriceForm.edit(desk, workspace, row, this::reread));
  }

  private Component card(PriceObservationView row) {
    return Links.rowCard(
        row.productName(),
        new Span(words.price(row.price(), row.unit())),
        Words.joined(
            " · ", workspace.formats().date(row.date()), row.competitorName(), row.customerName()));
  }
}
