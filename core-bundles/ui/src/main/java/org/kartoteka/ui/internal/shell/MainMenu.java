package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceView;

/** The menu: the pages of all bundles by section; folded sections are remembered. */
final class MainMenu extends Nav {

  private static final String FOLDED = "ui.menu.folded";

  private final transient ShellServices services;
  private final transient Workspace workspace;

  MainMenu(ShellServices services, Workspace workspace) {
    this.services = services;
    this.workspace = workspace;
    setId("menu");
    addClassName("kt-menu");
    setAriaLabel(workspace.text("ui.menu.title"));
    fill();
  }

  /** Shows what is there now. */
  void fill() {
    removeAll();
    List<WorkspaceView> views =
        services.contributions().of(WorkspaceView.class, workspace.user()).stream()
            .filter(WorkspaceView::inMenu)
            .toList();
    SideNav top = new SideNav();
    top.setId("menu-top");
    top.addItem(item("home", workspace.text("ui.page.home"), "vaadin:home-o"));
    add(top);
    Set<String> folded = folded();
    for (Section section : Section.values()) {
      List<WorkspaceView> inside =
          views.stream()
              .filter(view -> view.section() == section && !view.id().equals("home"))
              .toList();
      if (!inside.isEmpty()) {
        add(sectionMenu(section, inside, !folded.contains(section.name())));
      }
    }
  }

  private SideNav sectionMenu(Section section, List<WorkspaceView> views, boolean open) {
    SideNav nav = new SideNav(workspace.text(section.titleKey()));
    nav.setId("menu-" + section.name());
    nav.setCollapsible(true);
    nav.setExpanded(open);
    nav.getElement()
        .addEventListener(
            "collapsed-changed",
            event -> fold(section, event.getEventData().getBoolean("element.collapsed")))
        .addEventData("element.collapsed");
    for (WorkspaceView view : views) {
      nav.addItem(item(view.id(), workspace.text(view.titleKey()), view.icon()));
    }
    return nav;
  }

  private static SideNavItem item(String path, String title, String icon) {
    SideNavItem item = new SideNavItem(title, path, new Icon(icon));
    item.setId("menu-" + path);
    item.setMatchNested(true);
    return item;
  }

  private Set<String> folded() {
    String kept = workspace.recall(FOLDED);
    return kept == null || kept.isBlank() ? Set.of() : Set.of(kept.split(","));
  }

  private void fold(Section section, boolean closed) {
    Set<String> names = new LinkedHashSet<>(folded());
    boolean changed = closed ? names.add(section.name()) : names.remove(section.name());
    if (changed) {
      workspace.keep(FOLDED, names.isEmpty() ? null : String.join(",", names));
    }
  }
}
