package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** A branch's form. */
final class BranchForm extends RecordForm {

  private final TextField name;
  private final ComboBox<BranchId> parent;

  private BranchForm(UserDesk desk) {
    super("branch-form");
    name = field("name", "ui.users.branch.name", new TextField());
    name.setRequiredIndicatorVisible(true);
    parent = field("parentId", "ui.users.branch.parentId", desk.branchPicker());
  }

  /** Adds a branch. */
  static void add(UserDesk desk, Workspace workspace, Runnable saved) {
    open(desk, workspace, null, saved);
  }

  /** Changes a branch. */
  static void change(UserDesk desk, Workspace workspace, BranchView branch, Runnable saved) {
    open(desk, workspace, branch, saved);
  }

  private static void open(UserDesk desk, Workspace workspace, BranchView branch, Runnable saved) {
    BranchForm form = new BranchForm(desk);
    if (branch != null) {
      form.name.setValue(branch.name());
      form.parent.setValue(branch.parentId());
      form.unchanged();
    }
    SidePanel panel =
        new SidePanel(branch == null ? workspace.text("ui.users.branch.new") : branch.name(), form);
    panel.setId("branch-dialog");
    form.onSave(
        () -> {
          BranchData data = new BranchData(form.name.getValue(), form.parent.getValue());
          BranchView after =
              branch == null
                  ? desk.branches().add(data)
                  : desk.branches()
                      .change(branch.id(), ExpectedRevision.of(branch.revision()), data);
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.users.branch.saved", after.name()));
          saved.run();
        });
    panel.open();
  }
}
