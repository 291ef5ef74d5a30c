package org.kartoteka.ldap.internal.ui;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.kartoteka.ldap.internal.LdapProviders;
import org.kartoteka.ldap.internal.LdapTrial;
import org.kartoteka.platform.api.identity.ProviderSetups;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ProviderForm;
import org.kartoteka.ui.api.component.ProviderList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the directories of the company are reached and read. */
@Component
public final class LdapSettingsPage implements SettingsPage {

  private final ProviderSetups setups;
  private final LdapTrial trial;

  @Activate
  public LdapSettingsPage(@Reference ProviderSetups setups, @Reference LdapTrial trial) {
    this.setups = setups;
    this.trial = trial;
  }

  @Override
  public String id() {
    return LdapProviders.ID;
  }

  @Override
  public String feature() {
    return "security";
  }

  @Override
  public String titleKey() {
    return "ldap.settings";
  }

  @Override
  public int order() {
    return 16;
  }

  @Override
  public String permission() {
    return "security.user.manage";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new ProviderList(
        setups, LdapProviders.ID, "ldap.settings", LdapProviders.usual(), this::fill);
  }

  private void fill(ProviderForm form) {
    form.group("ldap.settings.server");
    form.text("urls");
    form.choice("startTls");
    form.certificates();
    form.text("bindDn");
    form.secret();
    form.text("seconds");
    form.group("ldap.settings.people");
    List.of(
            "base",
            "userFilter",
            "nameAttribute",
            "fullNameAttribute",
            "emailAttribute",
            "languageAttribute")
        .forEach(form::text);
    form.group("ldap.settings.groups");
    List.of("groupAttribute", "groupBase", "groupFilter").forEach(form::text);
    form.rules(false);
    Button tryIt =
        new Button(
            Workspace.current().text("ldap.trial"),
            event -> new LdapTrialDialog(trial, form).open());
    tryIt.setId("settings-ldap-try");
    form.place(tryIt);
  }
}
