package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** What a new plan is called. */
final class PlanForm extends RecordForm {

  private final TextField name = Fields.line(200);
  private final TextArea description = Fields.lines();

  private PlanForm() {
    super("plan-form");
    field("name", "commissions.plan.name", name);
    field("description", "commissions.plan.description", description);
    name.setRequiredIndicatorVisible(true);
  }

  static void add(Desk desk, Workspace workspace) {
    PlanForm form = new PlanForm();
    SidePanel panel = SidePanel.open("plan-panel", workspace.text("commissions.plan.new"), form);
    form.onSave(
        () -> {
          PlanView plan =
              desk.plans()
                  .add(new PlanData(Fields.text(form.name), Fields.text(form.description), false));
          panel.close();
          workspace.navigate(PlanListPage.address(plan));
        });
  }
}
