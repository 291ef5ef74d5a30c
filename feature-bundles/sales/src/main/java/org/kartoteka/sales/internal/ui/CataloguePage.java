package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductGroupView;
import org.kartoteka.sales.ProductId;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;

/** The list of products and services. */
final class CataloguePage extends RoomPage<ProductView> {

  private final FilterBar filter;

  CataloguePage(SalesDesk desk, Visit visit) {
    super(RoomTab.CATALOGUE, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .words("q")
            .choice(
                "group",
                "sales.product.group",
                desk.catalogue().groups(),
                group -> Long.toString(group.id().value()),
                CataloguePage::indented)
            .flag("active", "sales.product.onlyActive");
    KeysetGrid<ProductView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.catalogue().count(query(), atMost), buttons());
    ProductId wanted = visit.state().id("product", ProductId::new);
    if (wanted != null) {
      ProductForm.edit(desk, workspace, desk.catalogue().get(wanted), this::reread);
    }
  }

  /** The name of a group, the deeper it lies the further to the right. */
  static String indented(ProductGroupView group) {
    return "\u2003".repeat(group.depth()) + group.name();
  }

  private List<Component> buttons() {
    List<Component> buttons = new ArrayList<>();
    if (workspace.may(SalesPermissions.CATALOGUE)) {
      buttons.add(
          Links.primary(
              "product-new",
              workspace.text("sales.product.new"),
              "vaadin:plus",
              () -> ProductForm.add(desk, workspace, this::reread)));
      buttons.add(
          Links.button(
              "group-new",
              workspace.text("sales.group.new"),
              "vaadin:folder-add",
              () -> GroupForm.add(desk, workspace, this::reread)));
    }
    return buttons;
  }

  private ProductQuery query() {
    return new ProductQuery(
        filter.state().first("q"),
        filter.state().id("group", ProductGroupId::new),
        null,
        filter.state().is("active"));
  }

  private KeysetGrid<ProductView> grid() {
    KeysetGrid<ProductView> list =
        new KeysetGrid<>(
            "sales-products", request -> desk.catalogue().page(query(), request), ProductView::id);
    list.column("code", "sales.product.code", ProductView::code).sortedBy("code").wide("8rem", 1);
    list.column("name", "sales.product.name", ProductView::name).sortedBy("name").wide("14rem", 4);
    list.column("group", "sales.product.group", ProductView::groupName).wide("10rem", 2);
    list.column("unit", "sales.product.unit", ProductView::unit).wide("5rem", 0);
    list.column("price", "sales.product.price", row -> money(row.price(), row.currency()))
        .numeric()
        .wide("9rem", 0);
    list.column("tax", "sales.line.taxCode", ProductView::taxCode).wide("5rem", 0);
    return list.card(this::card)
        .onOpen(row -> ProductForm.edit(desk, workspace, row, this::reread));
  }

  private Component card(ProductView row) {
    return Links.rowCard(row.name(), null, row.code() + " · " + money(row.price(), row.currency()));
  }

  @Override
  protected Component glance(ProductView row) {
    return new Preview(workspace, row.name())
        .fact("sales.product.code", row.code())
        .fact("sales.product.group", row.groupName())
        .fact("sales.product.price", money(row.price(), row.currency()))
        .fact("sales.product.cost", row.cost() == null ? null : money(row.cost(), row.currency()))
        .fact("sales.line.taxCode", row.taxCode())
        .action(
            "product-open",
            "sales.open",
            "vaadin:edit",
            () -> ProductForm.edit(desk, workspace, row, this::reread));
  }
}
