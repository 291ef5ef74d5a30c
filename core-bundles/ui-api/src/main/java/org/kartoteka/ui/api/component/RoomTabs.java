package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.ui.api.Visit;

/**
 * The strip of tabs of a room. Each tab is a page with an address of its own; the open one is in
 * view however narrow the window is.
 */
public final class RoomTabs extends Tabs {

  private final Map<Page, Tab> tabs = new LinkedHashMap<>();

  /** A page of a room. */
  public interface Page {

    /** The name of the constant. */
    String name();

    /** Where it is, such as {@code sales/payments}. */
    String address();

    /** The key of its title. */
    String titleKey();

    /** The permission without which nobody sees it; null when every visitor of the room does. */
    default String permission() {
      return null;
    }
  }

  /**
   * The tabs of the pages that the visitor may open.
   *
   * @param room the beginning of the test ids, such as {@code sales}
   * @param open one of the pages, which are the constants of an enumeration in the order of the
   *     tabs
   */
  public <P extends Enum<P> & Page> RoomTabs(String room, P open, Visit visit) {
    setAutoselect(false);
    setId(room + "-tabs");
    setWidthFull();
    for (P page : open.getDeclaringClass().getEnumConstants()) {
      if (visit.workspace().may(page.permission())) {
        Tab tab = new Tab(visit.workspace().text(page.titleKey()));
        tab.setId(room + "-tab-" + page.name().toLowerCase(Locale.ROOT));
        tabs.put(page, tab);
        add(tab);
      }
    }
    List<Page> pages = List.copyOf(tabs.keySet());
    setSelectedIndex(pages.indexOf(open));
    addSelectedChangeListener(event -> visit.navigate(pages.get(getSelectedIndex()).address()));
    getElement()
        .executeJs(
            "requestAnimationFrame(() => this.items?.[this.selected]?.scrollIntoView("
                + "{block: 'nearest', inline: 'center'}))");
  }

  /** The tab of a page, such as to put a badge on it; null when the visitor may not open it. */
  public Tab tab(Page page) {
    return tabs.get(page);
  }
}
