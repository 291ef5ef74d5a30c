package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Order;
import org.kartoteka.contracts.OrderConformity;
import org.kartoteka.contracts.OrderLine;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RowsField;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.StatusPill;

/** An order that is checked against a contract. */
final class OrderForm extends RecordForm {

  private final transient Workspace workspace;
  private final DateField day = new DateField();
  private final RowsField<OrderLine> lines;
  private final Div result = new Div();

  private OrderForm(Workspace workspace) {
    super("order-form");
    this.workspace = workspace;
    lines = new RowsField<>("order-lines", () -> new OrderRow(workspace));
    result.setId("order-result");
    field("orderedOn", "contracts.order.orderedOn", day);
    field("lines", "contracts.order.lines", lines);
    place(result);
    day.setValue(workspace.formats().today());
    saveButton().setText(workspace.text("contracts.order.check"));
  }

  private static final class OrderRow extends RowsField.Row<OrderLine> {

    private final TextField product;
    private final BigDecimalField quantity;
    private final BigDecimalField price;

    OrderRow(Workspace workspace) {
      product = input("product", Fields.line(100));
      product.setPlaceholder(workspace.text("contracts.line.product"));
      product.setAriaLabel(workspace.text("contracts.line.product"));
      quantity = input("quantity", number(workspace, "quantity"));
      price = input("unitPrice", number(workspace, "unitPrice"));
    }

    private static BigDecimalField number(Workspace workspace, String part) {
      BigDecimalField field = Fields.number(workspace.formats().locale());
      field.setPlaceholder(workspace.text("contracts.line." + part));
      field.setAriaLabel(workspace.text("contracts.line." + part));
      return field;
    }

    @Override
    public void show(OrderLine line) {
      product.setValue(Fields.orEmpty(line.product()));
      quantity.setValue(line.quantity());
      price.setValue(line.unitPrice());
    }

    @Override
    public OrderLine value() {
      return product.isEmpty() && quantity.isEmpty() && price.isEmpty()
          ? null
          : new OrderLine(Fields.text(product), quantity.getValue(), price.getValue());
    }
  }

  /** Opens the check; nothing is written by it. */
  static void open(ContractDesk desk, Workspace workspace, ContractView contract) {
    OrderForm form = new OrderForm(workspace);
    Words words = new Words(desk, workspace);
    SidePanel.open("order-panel", workspace.text("contracts.order.title", contract.number()), form);
    form.onSave(
        () -> {
          OrderConformity found =
              desk.tariffs()
                  .check(
                      contract.id(), new Order(form.day.getValue(), null, form.lines.getValue()));
          form.show(found, words, contract.currency());
          form.unchanged();
        });
  }

  private void show(OrderConformity found, Words words, String currency) {
    result.removeAll();
    result.add(
        new StatusPill(
            workspace.text(
                found.conforms() ? "contracts.order.conforms" : "contracts.order.differs"),
            found.conforms() ? StatusPill.Tone.GOOD : StatusPill.Tone.BAD));
    if (!found.inForce()) {
      result.add(new Div(new Span(workspace.text("contracts.order.not-in-force"))));
    }
    result.add(
        new LineTable(
            workspace,
            List.of(
                "contracts.line.product",
                "contracts.order.verdict",
                "contracts.order.agreedIn",
                "contracts.order.agreedPrice"),
            found.lines().stream()
                .map(
                    line ->
                        List.of(
                            line.product(),
                            words.of(line.verdict()),
                            line.agreedIn() == null
                                ? line.agreedPrice() == null
                                    ? ""
                                    : workspace.text("contracts.order.contract")
                                : line.agreedIn(),
                            words.money(line.agreedPrice(), currency)))
                .toList(),
            1));
  }
}
