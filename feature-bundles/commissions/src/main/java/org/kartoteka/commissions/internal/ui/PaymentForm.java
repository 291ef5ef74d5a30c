package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.commissions.PayStatement;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** When a statement was paid. */
final class PaymentForm extends RecordForm {

  private final DateField paidOn = new DateField();
  private final TextField reference = Fields.line(200);

  private PaymentForm(Workspace workspace) {
    super("payment-form");
    field("paidOn", "commissions.paidOn", paidOn);
    field("reference", "commissions.reference", reference);
    paidOn.setValue(workspace.formats().today());
  }

  static void open(Desk desk, Workspace workspace, StatementView statement, Runnable afterwards) {
    PaymentForm form = new PaymentForm(workspace);
    form.saveButton().setText(workspace.text("commissions.pay"));
    SidePanel panel =
        SidePanel.open(
            "payment-panel",
            workspace.text("commissions.statement.title", statement.id().value()),
            form);
    form.onSave(
        () -> {
          desk.statements()
              .pay(
                  statement.id(),
                  ExpectedRevision.of(statement.revision()),
                  new PayStatement(form.paidOn.getValue(), Fields.text(form.reference)));
          panel.close();
          workspace.done(workspace.text("commissions.paid"));
          afterwards.run();
        });
  }
}
