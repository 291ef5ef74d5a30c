package org.kartoteka.oidc.internal.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.kartoteka.oidc.internal.OidcProvider;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ProviderForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By which OpenID provider people sign in. */
@Component
public final class OidcSettingsPage implements SettingsPage {

  private final OidcProvider provider;

  @Activate
  public OidcSettingsPage(@Reference OidcProvider provider) {
    this.provider = provider;
  }

  @Override
  public String id() {
    return OidcProvider.ID;
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
    Workspace workspace = visit.workspace();
    ProviderForm form = new ProviderForm("settings-oidc", "oidc.settings", OidcProvider.usual());
    form.place(new Paragraph(workspace.text("oidc.settings.explanation")));
    form.choice("inUse");
    List.of("title", "issuer", "client").forEach(form::text);
    form.secret();
    List.of("scopes", "nameClaim", "groupsClaim", "strong").forEach(form::text);
    form.choice("farewell");
    form.rules(true);
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
