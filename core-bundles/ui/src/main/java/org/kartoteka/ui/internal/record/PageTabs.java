package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;

/** Pages that belong together, each with an address of its own. */
public class PageTabs extends Tabs {

  private final String selected;

  /**
   * @param selected the address of the page that is open
   */
  public PageTabs(String id, String selected) {
    this.selected = selected;
    setId(id);
    addThemeVariants(TabsVariant.LUMO_SMALL);
  }

  /** Adds a page. */
  public final PageTabs page(String address, String title) {
    Anchor link = new Anchor(address, title);
    link.getElement().setAttribute("router-link", true);
    Tab tab = new Tab(link);
    tab.setId("tab-" + address.replace('/', '-'));
    add(tab);
    if (address.equals(selected)) {
      setSelectedTab(tab);
    }
    return this;
  }
}
