package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.ui.api.Workspace;

/** Pages that belong together, each with an address of its own. */
public class PageTabs extends Tabs {

  private final String selected;
  private final List<String> addresses = new ArrayList<>();

  /**
   * @param selected the address of the page that is open
   */
  public PageTabs(String id, String selected) {
    this.selected = selected;
    setId(id);
    setAutoselect(false);
    addThemeVariants(TabsVariant.LUMO_SMALL);
    addSelectedChangeListener(
        event -> {
          if (event.isFromClient()) {
            Workspace.current().navigate(addresses.get(getSelectedIndex()));
          }
        });
  }

  /** Adds a page. */
  public final PageTabs page(String address, String title) {
    Tab tab = new Tab(title);
    tab.setId("tab-" + address.replace('/', '-'));
    addresses.add(address);
    add(tab);
    if (address.equals(selected)) {
      setSelectedTab(tab);
    }
    return this;
  }
}
