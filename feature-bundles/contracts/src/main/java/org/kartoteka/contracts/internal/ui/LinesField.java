package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RowsField;

/** The lines of a contract or an annex. */
final class LinesField extends RowsField<LineData> {

  LinesField(String id, Workspace workspace) {
    super(id, () -> new LineRow(workspace));
  }

  private static final class LineRow extends Row<LineData> {

    private final TextField product;
    private final TextField name;
    private final BigDecimalField quantity;
    private final BigDecimalField price;
    private final BigDecimalField cost;
    private final IntegerField months;
    private final Select<Billing.Due> due;
    private final DateField from;
    private final DateField until;
    private LineData shown;

    LineRow(Workspace workspace) {
      product = input("product", text(workspace, "product", 100));
      name = input("name", text(workspace, "name", 300));
      quantity = input("quantity", number(workspace, "quantity"));
      price = input("unitPrice", number(workspace, "unitPrice"));
      cost = input("unitCost", number(workspace, "unitCost"));
      months = input("everyMonths", new IntegerField());
      months.setLabel(workspace.text("contracts.line.everyMonths"));
      months.setMin(0);
      months.setMax(120);
      months.setWidth("6rem");
      due = input("due", new Select<>());
      due.setItems(Billing.Due.values());
      due.setItemLabelGenerator(one -> workspace.text("contracts.due." + one.name()));
      due.setLabel(workspace.text("contracts.line.due"));
      due.setWidth("8rem");
      from = input("from", day(workspace, "from"));
      until = input("until", day(workspace, "until"));
      usual();
    }

    /** One of it, every month in advance, unless somebody says otherwise. */
    private void usual() {
      quantity.setValue(BigDecimal.ONE);
      months.setValue(1);
      due.setValue(Billing.Due.IN_ADVANCE);
    }

    private static TextField text(Workspace workspace, String part, int max) {
      TextField field = Fields.line(max);
      field.setLabel(workspace.text("contracts.line." + part));
      return field;
    }

    private static BigDecimalField number(Workspace workspace, String part) {
      BigDecimalField field = Fields.number(workspace.formats().locale());
      field.setLabel(workspace.text("contracts.line." + part));
      field.setWidth("6rem");
      return field;
    }

    private static DateField day(Workspace workspace, String part) {
      DateField field = new DateField();
      field.setLabel(workspace.text("contracts.line." + part));
      field.setWidth("8.5rem");
      return field;
    }

    @Override
    public void show(LineData line) {
      shown = line;
      product.setValue(Fields.orEmpty(line.product()));
      name.setValue(Fields.orEmpty(line.name()));
      quantity.setValue(line.quantity());
      price.setValue(line.unitPrice());
      cost.setValue(line.unitCost());
      months.setValue(line.everyMonths());
      due.setValue(line.due());
      from.setValue(line.from());
      until.setValue(line.until());
    }

    @Override
    public LineData value() {
      if (name.isEmpty() && product.isEmpty() && price.isEmpty()) {
        return null;
      }
      return new LineData(
          shown == null ? null : shown.key(),
          Fields.text(product),
          Fields.text(name),
          quantity.getValue(),
          shown == null ? null : shown.unit(),
          price.getValue(),
          cost.getValue(),
          shown == null ? null : shown.taxCode(),
          months.getValue(),
          due.getValue(),
          shown == null ? null : shown.alignedTo(),
          from.getValue(),
          until.getValue());
    }
  }
}
