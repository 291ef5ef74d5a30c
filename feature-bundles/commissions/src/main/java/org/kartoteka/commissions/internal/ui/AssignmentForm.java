package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.UserPicker;

/** Who gets a plan, and since when. */
final class AssignmentForm extends RecordForm {

  private final Select<Assignee> assignee;
  private final UserPicker person;
  private final ComboBox<String> role = new ComboBox<>();
  private final TextField group = Fields.line(200);
  private final DateField validFrom = new DateField();
  private final DateField validUntil = new DateField();

  private AssignmentForm(Desk desk, Workspace workspace) {
    super("assignment-form");
    Words words = new Words(desk, workspace);
    assignee = words.select(Assignee.class);
    person = new UserPicker(desk.users());
    field("assignee", "commissions.assign.to", assignee);
    field("person", "commissions.person", person);
    field("role", "commissions.assignee.ROLE", role);
    field("group", "commissions.assign.group", group);
    role.setItems(Arrays.stream(StandardRole.values()).map(Enum::name).toList());
    role.setItemLabelGenerator(words::role);
    role.setAllowCustomValue(true);
    role.addCustomValueSetListener(event -> role.setValue(event.getDetail()));
    known("validFrom", "commissions.from", validFrom);
    known("validUntil", "commissions.until", validUntil);
    row(validFrom, validUntil);
    assignee.addValueChangeListener(event -> fit());
    assignee.setValue(Assignee.PERSON);
    validFrom.setValue(workspace.formats().today().withDayOfMonth(1));
    fit();
  }

  private void fit() {
    Assignee chosen = assignee.getValue();
    person.setVisible(chosen == Assignee.PERSON);
    role.setVisible(chosen == Assignee.ROLE);
    group.setVisible(chosen == Assignee.GROUP);
  }

  private AssignPlan order() {
    String who =
        switch (assignee.getValue()) {
          case PERSON -> Long.toString(Fields.required("person", person.getValue()).value());
          case ROLE -> Fields.required("role", role.getValue());
          case GROUP -> Fields.required("group", Fields.text(group));
          case EVERYBODY -> null;
        };
    return new AssignPlan(assignee.getValue(), who, validFrom.getValue(), validUntil.getValue());
  }

  static void open(Desk desk, Workspace workspace, PlanId plan, Runnable afterwards) {
    AssignmentForm form = new AssignmentForm(desk, workspace);
    SidePanel panel =
        SidePanel.open("assignment-panel", workspace.text("commissions.assign"), form);
    form.onSave(
        () -> {
          desk.plans().assign(plan, form.order());
          panel.close();
          afterwards.run();
        });
  }
}
