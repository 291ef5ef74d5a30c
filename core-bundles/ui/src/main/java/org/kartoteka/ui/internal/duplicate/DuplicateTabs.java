package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.ui.api.Workspace;

/** The lists of duplicates and merges side by side. */
final class DuplicateTabs extends Div {

  private final transient Map<Tab, String> places = new LinkedHashMap<>();

  DuplicateTabs(Workspace workspace, Mergeable what, String present) {
    addClassName("kt-view-tabs");
    Tabs tabs = new Tabs(false);
    tabs.setId("duplicate-tabs");
    tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
    for (String place : new String[] {"", DuplicatesView.DISMISSED, DuplicatesView.MERGES}) {
      Tab tab = new Tab(workspace.text("ui.duplicates.tab." + (place.isEmpty() ? "open" : place)));
      tab.setId("duplicate-tab-" + (place.isEmpty() ? "open" : place));
      places.put(tab, place);
      tabs.add(tab);
      if (place.equals(present)) {
        tabs.setSelectedTab(tab);
      }
    }
    tabs.addSelectedChangeListener(
        event -> {
          String place = places.get(event.getSelectedTab());
          workspace.navigate(DuplicatesView.address(what, place));
        });
    add(tabs);
  }
}
