package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceAction;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.internal.deputy.StandingIn;

/** The frame around every page: menu, search, quick additions, own menu. */
public class Shell extends AppLayout {

  private final transient ShellServices services;
  private transient MainMenu menu;
  private final MenuBar additions = new MenuBar();
  private transient Workspace workspace;

  public Shell(ShellServices services) {
    this.services = services;
    services.contributions().follow(this, WorkspaceView.class, () -> menu.fill());
    services.contributions().follow(this, WorkspaceAction.class, this::fillAdditions);
  }

  /** The workspace of the window, made when there is none yet. */
  static Workspace workspace(ShellServices services, UI ui, User user) {
    Workspace present = ComponentUtil.getData(ui, Workspace.class);
    if (present != null) {
      return present;
    }
    WindowWorkspace made = new WindowWorkspace(services, ui, user);
    ComponentUtil.setData(ui, Workspace.class, made);
    made.measure();
    return made;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    if (event.isInitialAttach()) {
      workspace =
          workspace(services, event.getUI(), services.currentUser().user().orElse(User.SYSTEM));
      menu = new MainMenu(services, workspace);
      addToNavbar(skipLink(), header());
      addToDrawer(menu);
      fillAdditions();
      new Look(workspace).show(event.getUI());
    }
  }

  private Component skipLink() {
    Anchor skip = new Anchor("#main", workspace.text("ui.menu.skip"));
    skip.addClassName("kt-skip-link");
    skip.setId("skip-link");
    skip.getElement().setAttribute("router-ignore", true);
    return skip;
  }

  private Header header() {
    DrawerToggle toggle = new DrawerToggle();
    toggle.setId("menu-toggle");
    toggle.setAriaLabel(workspace.text("ui.menu.toggle"));
    Image sign = new Image("icons/kartoteka.svg", "");
    sign.setWidth("20px");
    sign.setHeight("20px");
    Span name = new Span("Kartoteka");
    name.addClassName("kt-wide-only");
    Anchor brand = new Anchor("home", sign, name);
    brand.addClassName("kt-brand");
    brand.setAriaLabel(name.getText() + ": " + workspace.text("ui.page.home"));
    brand.getElement().setAttribute("router-link", true);
    Div spacer = new Div();
    spacer.addClassName("kt-spacer");
    Header header =
        new Header(
            toggle,
            brand,
            searchButton(),
            spacer,
            new StandingIn(services.deputies(), workspace),
            additions,
            ownMenu());
    header.addClassName("kt-header");
    return header;
  }

  private Component searchButton() {
    Icon glass = VaadinIcon.SEARCH.create();
    Span words = new Span(workspace.text("ui.search.prompt"));
    words.addClassName("kt-search-words");
    Span keys = new Span("Ctrl+K");
    keys.addClassNames("kt-kbd", "kt-wide-only");
    keys.getElement().setAttribute("aria-hidden", "true");
    Button search = new Button(new Div(glass, words, keys), event -> search());
    search.setId("search");
    search.addClassNames("kt-search", "kt-search-button");
    search.setAriaLabel(words.getText());
    search.getElement().setAttribute("aria-keyshortcuts", "Control+K");
    search.getElement().setAttribute("data-shortcut", "ctrl+k");
    return search;
  }

  private void search() {
    new SearchDialog(services, workspace).open();
  }

  private void fillAdditions() {
    additions.removeAll();
    List<WorkspaceAction> actions =
        services.contributions().of(WorkspaceAction.class, workspace.user()).stream()
            .filter(WorkspaceAction::adds)
            .toList();
    additions.setVisible(!actions.isEmpty());
    additions.addThemeVariants(MenuBarVariant.LUMO_PRIMARY, MenuBarVariant.LUMO_SMALL);
    additions.setId("quick-add");
    Span words = new Span(workspace.text("ui.quick-add"));
    words.addClassName("kt-wide-only");
    Span label = new Span(VaadinIcon.PLUS.create(), words);
    label.addClassName("kt-quick-add");
    MenuItem root = additions.addItem(label);
    root.setAriaLabel(workspace.text("ui.quick-add"));
    root.getElement().setAttribute("data-shortcut", "n");
    for (WorkspaceAction action : actions) {
      MenuItem item =
          root.getSubMenu()
              .addItem(
                  new Span(new Icon(action.icon()), new Span(workspace.text(action.titleKey()))),
                  event -> run(action));
      item.setId("quick-add-" + action.id());
    }
  }

  private void run(WorkspaceAction action) {
    try {
      action.run(workspace);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }

  private Component ownMenu() {
    return new OwnMenu(services, workspace);
  }
}
