package org.kartoteka.ldap.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kartoteka.ldap.internal.LdapTrial;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ProviderForm;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Looks somebody up with the settings that are on the screen. */
final class LdapTrialDialog extends SidePanel {

  private final transient Workspace workspace = Workspace.current();
  private final Div found = new Div();

  LdapTrialDialog(LdapTrial trial, ProviderForm settings) {
    this(trial, settings, new RecordForm("ldap-trial"));
  }

  private LdapTrialDialog(LdapTrial trial, ProviderForm settings, RecordForm form) {
    super(Workspace.current().text("ldap.trial"), form);
    setId("ldap-trial-dialog");
    form.place(new Paragraph(workspace.text("ldap.trial.why")));
    TextField name = form.field("name", "ui.sign-in.name", new TextField());
    name.setAutocomplete(Autocomplete.OFF);
    PasswordField password = form.field("password", "ldap.trial.password", new PasswordField());
    password.setAutocomplete(Autocomplete.OFF);
    found.setId("ldap-trial-found");
    found.getElement().setAttribute("role", "status");
    form.place(found);
    form.saveButton().setText(workspace.text("ldap.trial.go"));
    form.onSave(
        () -> {
          found.removeAll();
          Map<String, String> wanted = settings.settings();
          show(
              trial.of(
                  settings.provider(),
                  wanted,
                  settings.typedSecret(),
                  name.getValue(),
                  password.getValue()),
              IdentityRules.of(wanted));
          form.unchanged();
        });
  }

  private void show(Optional<Identity> person, IdentityRules rules) {
    if (person.isEmpty()) {
      found.add(new Paragraph(workspace.text("ldap.trial.nobody")));
      return;
    }
    Identity one = person.get();
    List<String> roles = rules.rolesOf(one.groups());
    line("ldap.trial.person", one.name(), text(one.fullName()), text(one.email()));
    line("ldap.trial.groups", none(groups(one)));
    line("ldap.trial.roles", rules.mapsRoles() ? none(roles) : workspace.text("ldap.trial.kept"));
  }

  /** Some are known in two ways of writing. */
  private static List<String> groups(Identity person) {
    Set<String> groups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    groups.addAll(person.groups());
    return List.copyOf(groups);
  }

  private void line(String key, Object... arguments) {
    found.add(new Paragraph(workspace.text(key, arguments)));
  }

  private static String text(String value) {
    return value == null ? "–" : value;
  }

  private static String none(List<String> values) {
    return values.isEmpty() ? "–" : values.stream().collect(Collectors.joining("; "));
  }
}
