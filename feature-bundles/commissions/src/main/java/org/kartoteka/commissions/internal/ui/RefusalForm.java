package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.kartoteka.commissions.AccrualId;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Why commissions are refused. */
final class RefusalForm extends RecordForm {

  private final TextArea reason = Fields.lines();

  private RefusalForm() {
    super("refusal-form");
    field("reason", "commissions.reason", reason);
    reason.setRequiredIndicatorVisible(true);
  }

  static void open(Desk desk, Workspace workspace, List<AccrualId> ids, Runnable afterwards) {
    RefusalForm form = new RefusalForm();
    form.saveButton().setText(workspace.text("commissions.refuse"));
    SidePanel panel =
        SidePanel.open(
            "refusal-panel", workspace.text("commissions.refuse.title", ids.size()), form);
    form.onSave(
        () -> {
          long number = desk.accruals().refuse(DecideAccruals.of(ids, Fields.text(form.reason)));
          panel.close();
          workspace.done(workspace.text("commissions.refused", number));
          afterwards.run();
        });
  }
}
