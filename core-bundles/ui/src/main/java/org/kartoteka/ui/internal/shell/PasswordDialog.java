package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Changes the own password. */
final class PasswordDialog extends SidePanel {

  PasswordDialog(ShellServices services) {
    this(services, new RecordForm("own-password-form"));
  }

  private PasswordDialog(ShellServices services, RecordForm form) {
    super(Workspace.current().text("ui.own.password"), form);
    Workspace workspace = Workspace.current();
    PasswordField present = form.field("present", "ui.own.password.present", new PasswordField());
    PasswordField next = form.field("password", "ui.own.password.next", new PasswordField());
    PasswordField again = form.field("again", "ui.own.password.again", new PasswordField());
    present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    next.setAutocomplete(Autocomplete.NEW_PASSWORD);
    again.setAutocomplete(Autocomplete.NEW_PASSWORD);
    form.onSave(
        () -> {
          if (!next.getValue().equals(again.getValue())) {
            throw new InvalidInput(
                new FieldError("again", "same", "ui.own.password.different", List.of()));
          }
          services.authentication().changeOwnPassword(present.getValue(), next.getValue());
          form.unchanged();
          close();
          workspace.done(workspace.text("ui.own.password.done"));
        });
  }
}
