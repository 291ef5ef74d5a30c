package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.handover.HandoverHint;
import org.kartoteka.ui.internal.record.ActionButton;

/** A user's form. */
final class UserForm extends RecordForm {

  private final TextField name;
  private final TextField fullName;
  private final EmailField email;
  private final Select<String> language;
  private final CheckboxGroup<String> roles;
  private final ComboBox<BranchId> branch;
  private final ComboBox<UserId> superior;
  private final Checkbox blocked;

  private UserForm(UserDesk desk, UserWords words, List<String> rolesBefore) {
    super("user-form");
    name = field("name", "ui.users.field.name", new TextField());
    name.setAutocomplete(Autocomplete.OFF);
    name.setRequiredIndicatorVisible(true);
    fullName = field("fullName", "ui.users.field.fullName", new TextField());
    fullName.setRequiredIndicatorVisible(true);
    email = field("email", "ui.users.field.email", new EmailField());
    email.setManualValidation(true);
    language = field("language", "ui.users.field.language", new Select<>());
    language.setItems(Messages.LANGUAGES.stream().map(Locale::getLanguage).toList());
    language.setItemLabelGenerator(UserWords::language);
    roles =
        field(
            "roles",
            "ui.users.field.roles",
            desk.rolePicker(words, role -> true, Set.copyOf(rolesBefore)));
    branch = field("branchId", "ui.users.field.branchId", desk.branchPicker());
    superior = field("superiorId", "ui.users.field.superiorId", desk.colleagues().picker());
    blocked = field("blocked", "ui.users.field.blocked", new Checkbox());
  }

  /** Adds a user. */
  static void add(UserDesk desk, Workspace workspace, Consumer<UserView> saved) {
    UserForm form = new UserForm(desk, new UserWords(workspace), List.of());
    PasswordField password = form.field("password", "ui.users.first-password", new PasswordField());
    password.setAutocomplete(Autocomplete.NEW_PASSWORD);
    password.setRequiredIndicatorVisible(true);
    Checkbox temporary = form.field("temporary", "ui.users.temporary-password", new Checkbox(true));
    form.blocked.setVisible(false);
    form.language.setValue(workspace.formats().locale().getLanguage());
    SidePanel panel = new SidePanel(workspace.text("ui.users.new"), form);
    panel.setId("user-dialog");
    form.onSave(
        () -> {
          UserView user =
              desk.directory()
                  .add(form.data(), new GivenPassword(password.getValue(), temporary.getValue()));
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.users.added", user.fullName()));
          saved.accept(user);
        });
    panel.open();
  }

  /** Changes a user. */
  static void change(UserDesk desk, Workspace workspace, UserView user, Consumer<UserView> saved) {
    UserWords words = new UserWords(workspace);
    UserForm form = new UserForm(desk, words, user.roles());
    form.show(user);
    form.place(
        new ActionButton(
            "user-form-password",
            workspace.text("ui.users.set-password"),
            "vaadin:key",
            () -> UserPasswordForm.open(desk, workspace, user)));
    UserSuccession.buttons("user-form", desk, workspace, user).forEach(form::place);
    SidePanel panel = new SidePanel(user.fullName(), form);
    panel.setId("user-dialog");
    form.onSave(
        () ->
            desk.saving(words)
                .save(
                    user,
                    form.data(),
                    after -> {
                      form.unchanged();
                      panel.close();
                      saved.accept(after);
                      if (after.blocked() && !user.blocked()) {
                        HandoverHint.offer(desk.handovers(), workspace, after);
                      }
                    }));
    panel.open();
  }

  private void show(UserView user) {
    name.setValue(user.name());
    fullName.setValue(user.fullName());
    email.setValue(user.email() == null ? "" : user.email());
    language.setValue(user.language());
    roles.setValue(Set.copyOf(user.roles()));
    branch.setValue(user.branchId());
    superior.setValue(user.superiorId());
    blocked.setValue(user.blocked());
    unchanged();
  }

  private UserData data() {
    return new UserData(
        name.getValue(),
        fullName.getValue(),
        email.getValue().isBlank() ? null : email.getValue(),
        language.getValue(),
        roles.getValue().stream().sorted().toList(),
        blocked.getValue(),
        branch.getValue(),
        superior.getValue());
  }
}
