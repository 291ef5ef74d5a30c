package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;

/** The list of competitors' products with the prices observed last. */
final class ProductPage extends RoomPage<ProductView> {

  private final FilterBar filter;

  ProductPage(CompetitorDesk desk, Visit visit) {
    super(RoomTab.PRODUCTS, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .words("q")
            .party("competitor", "competitors.competitor", desk.parties(), Words.WITH_ROLE);
    KeysetGrid<ProductView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.products().count(query(), atMost), List.of(), buttons());
  }

  private Component[] buttons() {
    return workspace.may(CompetitorPermissions.RECORD)
        ? new Component[] {
          Links.primary(
              "product-new",
              workspace.text("competitors.product.new"),
              "vaadin:plus",
              () -> ProductForm.add(desk, workspace, null, this::reread))
        }
        : new Component[0];
  }

  private ProductQuery query() {
    return new ProductQuery(
        filter.state().first("q"), filter.state().id("competitor", PartyId::new), null);
  }

  private KeysetGrid<ProductView> grid() {
    KeysetGrid<ProductView> list =
        new KeysetGrid<>(
            "competitor-products",
            request -> desk.products().page(query(), request),
            ProductView::id);
    list.column("name", "competitors.product.name", ProductView::name)
        .sortedBy("name")
        .wide("14rem", 4);
    list.column(
            "competitor",
            "competitors.competitor",
            CardLinks.party(ProductView::competitorId, ProductView::competitorName))
        .sortedBy("competitorName")
        .wide("11rem", 2);
    list.column("category", "competitors.product.category", ProductView::category).wide("9rem", 1);
    list.column("ours", "competitors.product.comparableProduct", ProductView::comparableProduct)
        .wide("11rem", 2);
    list.column(
            "price",
            "competitors.product.lastPrice",
            row -> words.price(row.lastPrice(), row.unit()))
        .numeric()
        .wide("10rem", 0);
    list.column(
            "observed",
            "competitors.product.lastObserved",
            row -> workspace.formats().date(row.lastObserved()))
        .wide("8rem", 0);
    return list.card(this::card)
        .onOpen(row -> ProductForm.edit(desk, workspace, row, this::reread));
  }

  @Override
  protected Component glance(ProductView row) {
    return new Preview(workspace, row.name())
        .fact(
            "competitors.competitor",
            Links.to(CardLinks.address(row.competitorId()), row.competitorName()))
        .fact("competitors.product.category", row.category())
        .fact("competitors.product.comparableProduct", row.comparableProduct())
        .fact("competitors.product.lastPrice", words.price(row.lastPrice(), row.unit()))
        .fact("competitors.product.lastObserved", workspace.formats().date(row.lastObserved()))
        .fact("competitors.createdBy", row.createdBy())
        .action(
            "product-open",
            "competitors.edit",
            "vaadin:edit",
            () -> ProductForm.edit(desk, workspace, row, this::reread))
        .action(
            "product-prices",
            "competitors.tab.PRICES",
            "vaadin:line-chart",
            () -> visit.navigate("competitors/prices?chart=on&product=" + row.id().value()));
  }

  private Component card(ProductView row) {
    return Links.rowCard(
        row.name(),
        null,
        Words.joined(
            " · ",
            row.competitorName(),
            words.price(row.lastPrice(), row.unit()),
            workspace.formats().date(row.lastObserved())));
  }
}
