package org.kartoteka.ldap.internal.ui;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.kartoteka.ldap.internal.LdapProvider;
import org.kartoteka.ldap.internal.LdapTrial;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ProviderForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the directory of the company is reached and read. */
@Component
public final class LdapSettingsPage implements SettingsPage {

  private final LdapProvider provider;
  private final LdapTrial trial;

  @Activate
  public LdapSettingsPage(@Reference LdapProvider provider, @Reference LdapTrial trial) {
    this.provider = provider;
    this.trial = trial;
  }

  @Override
  public String id() {
    return LdapProvider.ID;
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
    Workspace workspace = visit.workspace();
    ProviderForm form = new ProviderForm("settings-ldap", "ldap.settings", LdapProvider.usual());
    form.choice("inUse");
    form.text("title");
    form.group("ldap.settings.server");
    form.text("urls");
    form.choice("startTls");
    form.lines("certificates");
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
        new Button(workspace.text("ldap.trial"), event -> new LdapTrialDialog(trial, form).open());
    tryIt.setId("settings-ldap-try");
    form.place(tryIt);
    Runnable show = () -> form.show(provider.values(), provider.hasSecret());
    show.run();
    visit.guard(form::isChanged);
    form.onLeave(show);
    form.onSave(
        () -> {
          provider.change(form.settings(), form.typedSecret());
          show.run();
          workspace.done(workspace.text("ui.settings.saved"));
        });
    return form;
  }
}
