package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceView;

/** The menu: the pages of all bundles by section; folded sections are remembered. */
final class MainMenu extends Nav {

  private static final String FOLDED = "ui.menu.folded";

  private final transient ShellServices services;
  private final transient Workspace workspace;
  private final transient Map<Section, Shown> sections = new EnumMap<>(Section.class);
  private final Set<String> folded;

  /** A section of the menu and the pages it leads to. */
  private record Shown(List<WorkspaceView> views, SideNav nav) {}

  MainMenu(ShellServices services, Workspace workspace) {
    this.services = services;
    this.workspace = workspace;
    setId("menu");
    addClassName("kt-menu");
    setAriaLabel(workspace.text("ui.menu.title"));
    SideNav top = new SideNav();
    top.setId("menu-top");
    top.addItem(item("home", workspace.text("ui.page.home"), "vaadin:home-o"));
    add(top);
    folded = folded(workspace.recall(FOLDED));
    fill();
  }

  /** Shows what is there now; a section that is as it was stays untouched. */
  void fill() {
    List<WorkspaceView> views =
        services.contributions().of(WorkspaceView.class, workspace.user()).stream()
            .filter(WorkspaceView::inMenu)
            .toList();
    int place = 1;
    for (Section section : Section.values()) {
      List<WorkspaceView> inside =
          views.stream()
              .filter(view -> view.section() == section && !view.id().equals("home"))
              .toList();
      show(section, inside, place);
      place += inside.isEmpty() ? 0 : 1;
    }
  }

  private void show(Section section, List<WorkspaceView> views, int place) {
    Shown shown = sections.get(section);
    if (shown != null && shown.views().equals(views)) {
      return;
    }
    if (shown != null) {
      remove(shown.nav());
      sections.remove(section);
    }
    if (!views.isEmpty()) {
      SideNav nav = sectionMenu(section, views, !folded.contains(section.name()));
      addComponentAtIndex(place, nav);
      sections.put(section, new Shown(views, nav));
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

  private static Set<String> folded(String kept) {
    return new LinkedHashSet<>(
        kept == null || kept.isBlank() ? List.of() : List.of(kept.split(",")));
  }

  private void fold(Section section, boolean closed) {
    boolean changed = closed ? folded.add(section.name()) : folded.remove(section.name());
    if (changed) {
      workspace.keep(FOLDED, folded.isEmpty() ? null : String.join(",", folded));
    }
  }
}
