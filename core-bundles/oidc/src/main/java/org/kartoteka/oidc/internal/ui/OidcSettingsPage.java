package org.kartoteka.oidc.internal.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.kartoteka.oidc.internal.OidcProviders;
import org.kartoteka.platform.api.identity.ProviderSetups;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ProviderForm;
import org.kartoteka.ui.api.component.ProviderList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By which OpenID providers people sign in. */
@Component
public final class OidcSettingsPage implements SettingsPage {

  private final ProviderSetups setups;

  @Activate
  public OidcSettingsPage(@Reference ProviderSetups setups) {
    this.setups = setups;
  }

  @Override
  public String id() {
    return OidcProviders.ID;
  }

  @Override
  public String feature() {
    return "security";
  }

  @Override
  public String titleKey() {
    return "oidc.settings";
  }

  @Override
  public int order() {
    return 17;
  }

  @Override
  public String permission() {
    return "security.user.manage";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new ProviderList(
        setups, OidcProviders.ID, "oidc.settings", OidcProviders.usual(), OidcSettingsPage::fill);
  }

  private static void fill(ProviderForm form) {
    Workspace workspace = Workspace.current();
    form.group("oidc.settings.provider");
    form.place(new Paragraph(workspace.text("oidc.settings.explanation")));
    if (form.provider() != null) {
      form.place(new Paragraph(workspace.text("oidc.settings.logout", form.provider())));
    }
    List.of("issuer", "client").forEach(form::text);
    form.secret();
    form.certificates();
    List.of("scopes", "nameClaim", "groupsClaim", "strong").forEach(form::text);
    form.choice("farewell");
    form.rules(true);
  }
}
