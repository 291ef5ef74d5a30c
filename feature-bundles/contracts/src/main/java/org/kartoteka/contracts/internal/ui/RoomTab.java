package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.Locale;
import org.kartoteka.ui.api.Visit;

/** The pages of this room, in the order of their tabs. */
enum RoomTab {
  CONTRACTS(""),
  ORIGINALS("originals"),
  BALANCE("balance"),
  DEFINITIONS("definitions");

  private final String path;

  RoomTab(String path) {
    this.path = path;
  }

  String address() {
    return path.isEmpty() ? "contracts" : "contracts/" + path;
  }

  String titleKey() {
    return "contracts.tab." + name();
  }

  /** The page at a segment of the address; the first one when it is unknown. */
  static RoomTab at(String segment) {
    for (RoomTab tab : values()) {
      if (tab.path.equals(segment)) {
        return tab;
      }
    }
    return CONTRACTS;
  }

  /** The strip of tabs with this one chosen. */
  Tabs strip(Visit visit) {
    Tabs strip = new Tabs(false);
    strip.setId("contracts-tabs");
    strip.setWidthFull();
    for (RoomTab one : values()) {
      Tab entry = new Tab(visit.workspace().text(one.titleKey()));
      entry.setId("contracts-tab-" + one.name().toLowerCase(Locale.ROOT));
      strip.add(entry);
    }
    strip.setSelectedIndex(ordinal());
    strip.addSelectedChangeListener(
        event -> visit.navigate(values()[strip.getSelectedIndex()].address()));
    return strip;
  }
}
