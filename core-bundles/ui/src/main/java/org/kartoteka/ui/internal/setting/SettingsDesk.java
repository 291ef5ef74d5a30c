package org.kartoteka.ui.internal.setting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Contributed;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.shell.Contributions;

/** The settings pages of all bundles, one of them open; follows what arrives and leaves. */
final class SettingsDesk extends Div {

  private final transient Contributions contributions;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final Tabs tabs = new Tabs(false);
  private final transient Map<Tab, String> places = new HashMap<>();
  private final Div place = new Div();
  private transient SettingsPage open;

  SettingsDesk(Contributions contributions, Visit visit) {
    this.contributions = contributions;
    this.visit = visit;
    workspace = visit.workspace();
    addClassNames("kt-page", "kt-page-scroll");
    tabs.setId("settings-pages");
    tabs.addClassName("kt-side-tabs");
    tabs.addSelectedChangeListener(
        event -> {
          if (event.isFromClient()) {
            workspace.navigate(places.get(event.getSelectedTab()));
          }
        });
    workspace.onWidth(
        narrow ->
            tabs.setOrientation(narrow ? Tabs.Orientation.HORIZONTAL : Tabs.Orientation.VERTICAL));
    place.addClassName("kt-beside-content");
    Div beside = new Div(tabs, place);
    beside.addClassName("kt-beside");
    add(new PageTitle(workspace.text("ui.settings.title")), beside);
    contributions.follow(this, SettingsPage.class, this::fill);
    fill();
  }

  private void fill() {
    List<SettingsPage> pages = contributions.of(SettingsPage.class, workspace.user());
    Optional<SettingsPage> chosen =
        visit.path().isEmpty()
            ? pages.stream().findFirst()
            : pages.stream().filter(page -> page.id().equals(visit.path().get(0))).findFirst();
    tabs.removeAll();
    places.clear();
    Tab selected = null;
    for (SettingsPage page : pages) {
      Tab tab = new Tab(workspace.text(page.titleKey()));
      tab.setId("settings-" + page.id());
      places.put(tab, "settings/" + page.id());
      tabs.add(tab);
      if (chosen.isPresent() && chosen.get() == page) {
        selected = tab;
      }
    }
    tabs.setSelectedTab(selected);
    show(chosen.orElse(null));
  }

  private void show(SettingsPage page) {
    if (page != null && page == open) {
      return;
    }
    open = page;
    visit.guard(null);
    place.removeAll();
    if (page == null) {
      place.add(
          new EmptyState(
              "vaadin:cog-o",
              workspace.text("ui.settings.absent"),
              workspace.text("ui.page.absent.why")));
      return;
    }
    visit.title(workspace.text("ui.settings.title") + ": " + workspace.text(page.titleKey()));
    place.add(
        new H2(workspace.text(page.titleKey())),
        Contributed.component(page, () -> page.open(visit)));
  }
}
