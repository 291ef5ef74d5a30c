package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.PaymentReturn;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** How much of a payment goes back. */
final class ReturnForm extends RecordForm {

  private static final int LINE = 300;

  private ReturnForm() {
    super("return-form");
  }

  static void open(SalesDesk desk, Workspace workspace, PaymentView payment, Runnable afterwards) {
    ReturnForm form = new ReturnForm();
    BigDecimalField amount = Fields.number(workspace.formats().locale());
    DateField returnedOn = new DateField();
    TextField reason = Fields.line(LINE);
    form.field("amount", "sales.payment.amount", amount);
    form.field("returnedOn", "sales.payment.returnedOn", returnedOn);
    form.field("reason", "sales.document.reason", reason);
    returnedOn.setValue(workspace.formats().today());
    amount.setValue(payment.amount().amount().subtract(payment.returned()));
    SidePanel panel =
        SidePanel.open("return-panel", workspace.text("sales.payment.giveBack"), form);
    form.onSave(
        () -> {
          desk.payments()
              .giveBack(
                  payment.id(),
                  ExpectedRevision.of(payment.revision()),
                  new PaymentReturn(
                      returnedOn.getValue(), amount.getValue(), Fields.text(reason), null));
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
  }
}
