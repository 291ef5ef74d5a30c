package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RowsField;

/** The lines of an invoice. */
final class LinesField extends RowsField<LineData> {

  private static final int NAME = 300;

  /** A line that nobody has written yet. */
  static final LineData BLANK = new LineData(null, null, BigDecimal.ONE, null, null, null, null);

  LinesField(String id, SalesDesk desk, Workspace workspace) {
    super(id, () -> new LineRow(desk, workspace));
  }

  private static final class LineRow extends Row<LineData> {

    private final transient Workspace workspace;
    private final ProductPicker product;
    private final TextField name;
    private final BigDecimalField quantity;
    private final BigDecimalField price;
    private final ComboBox<String> tax;
    private LineData shown = BLANK;

    LineRow(SalesDesk desk, Workspace workspace) {
      this.workspace = workspace;
      product = part("product", new ProductPicker(desk, workspace), "8rem");
      name = part("name", Fields.line(NAME), "12rem");
      quantity = part("quantity", Fields.number(workspace.formats().locale()), "4.5rem");
      price = part("unitPrice", Fields.number(workspace.formats().locale()), "7rem");
      tax = part("taxCode", new ComboBox<>(), "5.5rem");
      tax.setItems(desk.taxRates().all().stream().map(TaxRate::code).distinct().toList());
      quantity.setValue(BigDecimal.ONE);
    }

    private <C extends Component & HasValue<?, ?> & HasLabel & HasSize> C part(
        String part, C field, String width) {
      field.setLabel(workspace.text("sales.line." + part));
      field.setWidth(width);
      return input(part, field);
    }

    @Override
    public void show(LineData line) {
      shown = line;
      product.setValue(line.product());
      name.setValue(Fields.orEmpty(line.name()));
      quantity.setValue(line.quantity());
      price.setValue(line.unitPrice());
      tax.setValue(line.taxCode());
    }

    /** What is not shown stays as it was, as long as the product does. */
    @Override
    public LineData value() {
      if (product.isEmpty() && name.isEmpty() && price.isEmpty()) {
        return null;
      }
      boolean other = product.getValue() != null && !product.getValue().equals(shown.product());
      return new LineData(
          product.getValue(),
          Fields.text(name),
          quantity.getValue(),
          other ? null : shown.unit(),
          price.getValue(),
          other ? null : shown.unitCost(),
          tax.getValue());
    }
  }
}
