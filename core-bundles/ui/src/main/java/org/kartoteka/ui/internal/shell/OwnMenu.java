package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.net.URI;
import java.util.Locale;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.access.SecondFactorDialog;
import org.kartoteka.ui.internal.access.SessionsDialog;
import org.kartoteka.ui.internal.access.TokensDialog;
import org.kartoteka.ui.internal.deputy.DeputiesDialog;
import org.kartoteka.ui.internal.session.ProviderVisits;

/** What a user chooses for himself. */
final class OwnMenu extends MenuBar {

  private final transient ShellServices services;
  private final transient Workspace workspace;
  private final transient Look look;

  OwnMenu(ShellServices services, Workspace workspace) {
    this.services = services;
    this.workspace = workspace;
    look = new Look(workspace);
    setId("own-menu");
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
    Avatar avatar = new Avatar(workspace.user().fullName());
    avatar.addThemeVariants(AvatarVariant.LUMO_SMALL);
    MenuItem root = addItem(avatar);
    root.setAriaLabel(workspace.text("ui.own.title", workspace.user().fullName()));
    SubMenu menu = root.getSubMenu();
    Div who = new Div(new Span(workspace.user().fullName()));
    Span name = new Span(workspace.user().name());
    name.addClassName("kt-muted");
    who.add(name);
    who.addClassName("kt-own-name");
    menu.addComponent(who);
    menu.addComponent(new Hr());
    languages(menu);
    colours(menu);
    densities(menu);
    menu.addComponent(new Hr());
    if (services.access().identities().mine().isEmpty()) {
      menu.addItem(workspace.text("ui.own.password"), event -> new PasswordDialog(services).open())
          .setId("own-password");
    }
    menu.addItem(
            workspace.text("ui.own.tokens"), event -> new TokensDialog(services.access()).open())
        .setId("own-tokens");
    menu.addItem(
            workspace.text("ui.second-factor.title"),
            event -> new SecondFactorDialog(services.access()).open())
        .setId("own-second-factor");
    menu.addItem(
            workspace.text("ui.access.sessions"),
            event -> new SessionsDialog(services.access()).open())
        .setId("own-sessions");
    menu.addItem(
            workspace.text("ui.deputies.title"),
            event -> new DeputiesDialog(services.deputies(), workspace.user().id()).open())
        .setId("own-deputies");
    menu.addComponent(new Hr());
    menu.addItem(workspace.text("ui.own.sign-out"), event -> signOut()).setId("own-sign-out");
  }

  private void languages(SubMenu menu) {
    MenuItem root = menu.addItem(workspace.text("ui.own.language"));
    root.setId("own-language");
    String present = Messages.nearest(UI.getCurrent().getLocale()).getLanguage();
    for (Locale language : Messages.LANGUAGES) {
      MenuItem item =
          root.getSubMenu().addItem(SignInPage.nameOf(language), event -> choose(language));
      item.setId("own-language-" + language.getLanguage());
      item.setCheckable(true);
      item.setChecked(language.getLanguage().equals(present));
    }
  }

  private void choose(Locale language) {
    services.authentication().chooseLanguage(language);
    VaadinSession.getCurrent().setLocale(language);
    UI.getCurrent().getPage().reload();
  }

  private void colours(SubMenu menu) {
    MenuItem root = menu.addItem(workspace.text("ui.own.look"));
    root.setId("own-look");
    for (String colour : Look.COLOURS) {
      MenuItem item = root.getSubMenu().addItem(workspace.text("ui.own.look." + colour));
      item.setId("own-look-" + colour);
      item.setCheckable(true);
      item.setChecked(colour.equals(look.colour()));
      item.addClickListener(
          event -> {
            look.colour(event.getSource().getUI().orElseThrow(), colour);
            only(root, item);
          });
    }
  }

  private void densities(SubMenu menu) {
    MenuItem root = menu.addItem(workspace.text("ui.own.density"));
    root.setId("own-density");
    for (String density : Look.DENSITIES) {
      MenuItem item = root.getSubMenu().addItem(workspace.text("ui.own.density." + density));
      item.setId("own-density-" + density);
      item.setCheckable(true);
      item.setChecked(density.equals(look.density()));
      item.addClickListener(
          event -> {
            look.density(event.getSource().getUI().orElseThrow(), density);
            only(root, item);
          });
    }
  }

  private static void only(MenuItem root, MenuItem chosen) {
    root.getSubMenu().getItems().forEach(item -> item.setChecked(item == chosen));
  }

  private void signOut() {
    String next =
        services
            .access()
            .redirects()
            .farewell(ProviderVisits.back())
            .map(URI::toString)
            .orElse("sign-in");
    UI.getCurrent().getPage().setLocation(next);
    WrappedSession http = VaadinSession.getCurrent().getSession();
    VaadinSession.getCurrent().close();
    http.invalidate();
  }
}
