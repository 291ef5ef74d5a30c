package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Sets a new password for somebody else. */
final class UserPasswordForm {

  private UserPasswordForm() {}

  static void open(UserDesk desk, Workspace workspace, UserView user) {
    RecordForm form = new RecordForm("user-password-form");
    form.place(new Paragraph(workspace.text("ui.users.password.explanation", user.fullName())));
    PasswordField password = form.field("password", "ui.own.password.next", new PasswordField());
    password.setAutocomplete(Autocomplete.NEW_PASSWORD);
    Checkbox temporary = form.field("temporary", "ui.users.temporary-password", new Checkbox(true));
    SidePanel panel = new SidePanel(workspace.text("ui.users.set-password"), form);
    panel.setId("user-password-dialog");
    form.onSave(
        () -> {
          desk.directory()
              .setPassword(user.id(), new GivenPassword(password.getValue(), temporary.getValue()));
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.users.password.done", user.fullName()));
        });
    panel.open();
  }
}
