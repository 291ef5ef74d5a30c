package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.Links;

/** The lines of an invoice, to be written. */
final class LineFields extends Div {

  private static final int NAME = 300;

  private final transient SalesDesk desk;
  private final transient Workspace workspace;
  private final transient List<Line> lines = new ArrayList<>();
  private final Div list = new Div();

  LineFields(SalesDesk desk, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
    Button more =
        Links.quiet(
            "line-add", workspace.text("sales.line.add"), "vaadin:plus", () -> append(null));
    add(list, more);
  }

  /** Shows lines; an empty one when there are none. */
  void show(List<LineData> data) {
    list.removeAll();
    lines.clear();
    data.forEach(this::append);
    if (data.isEmpty()) {
      append(null);
    }
  }

  /** What was written; blank lines are left out. */
  List<LineData> read() {
    return lines.stream().map(Line::read).filter(line -> line != null).toList();
  }

  private void append(LineData data) {
    Line line = new Line(data);
    lines.add(line);
    list.add(line.row);
  }

  private final class Line {

    private final Div row = new Div();
    private final ComboBox<String> product = new ComboBox<>();
    private final TextField name = Fields.line(NAME);
    private final BigDecimalField quantity = Fields.number(workspace.formats().locale());
    private final BigDecimalField price = Fields.number(workspace.formats().locale());
    private final ComboBox<String> tax = new ComboBox<>();

    Line(LineData data) {
      product.setItems(
          query ->
              desk
                  .catalogue()
                  .page(
                      new ProductQuery(query.getFilter().orElse(null), null, null, true),
                      PageRequest.first(Math.max(1, query.getLimit())))
                  .items()
                  .stream()
                  .skip(query.getOffset())
                  .map(ProductView::code));
      tax.setItems(desk.taxRates().all().stream().map(TaxRate::code).distinct().toList());
      titled();
      if (data != null) {
        product.setValue(data.product());
        name.setValue(Fields.orEmpty(data.name()));
        quantity.setValue(data.quantity());
        price.setValue(data.unitPrice());
        tax.setValue(data.taxCode());
      } else {
        quantity.setValue(BigDecimal.ONE);
      }
      Button remove = Links.quiet("line-remove", "", "vaadin:close-small", () -> remove());
      remove.setAriaLabel(workspace.text("sales.line.remove"));
      row.add(product, name, quantity, price, tax, remove);
      row.addClassName("kt-filter-bar");
    }

    private void titled() {
      product.setPlaceholder(workspace.text("sales.line.product"));
      product.setAriaLabel(workspace.text("sales.line.product"));
      product.setId("line-product-" + lines.size());
      product.setWidth("9rem");
      product.setClearButtonVisible(true);
      name.setPlaceholder(workspace.text("sales.line.name"));
      name.setAriaLabel(workspace.text("sales.line.name"));
      name.setId("line-name-" + lines.size());
      quantity.setPlaceholder(workspace.text("sales.line.quantity"));
      quantity.setAriaLabel(workspace.text("sales.line.quantity"));
      quantity.setId("line-quantity-" + lines.size());
      quantity.setWidth("5rem");
      price.setPlaceholder(workspace.text("sales.line.unitPrice"));
      price.setAriaLabel(workspace.text("sales.line.unitPrice"));
      price.setId("line-price-" + lines.size());
      price.setWidth("7rem");
      tax.setPlaceholder(workspace.text("sales.line.taxCode"));
      tax.setAriaLabel(workspace.text("sales.line.taxCode"));
      tax.setId("line-tax-" + lines.size());
      tax.setWidth("6rem");
    }

    private void remove() {
      lines.remove(this);
      list.remove(row);
    }

    private LineData read() {
      String text = Fields.text(name);
      if (product.getValue() == null && text == null && price.getValue() == null) {
        return null;
      }
      return new LineData(
          product.getValue(),
          text,
          quantity.getValue(),
          null,
          price.getValue(),
          null,
          tax.getValue());
    }
  }
}
