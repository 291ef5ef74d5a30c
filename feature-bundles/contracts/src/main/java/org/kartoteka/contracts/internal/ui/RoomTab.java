package org.kartoteka.contracts.internal.ui;

import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.RoomTabs;

/** The pages of this room, in the order of their tabs. */
enum RoomTab implements RoomTabs.Page {
  CONTRACTS(""),
  ORIGINALS("originals"),
  BALANCE("balance"),
  DEFINITIONS("definitions");

  private final String path;

  RoomTab(String path) {
    this.path = path;
  }

  @Override
  public String address() {
    return path.isEmpty() ? "contracts" : "contracts/" + path;
  }

  @Override
  public String titleKey() {
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
  RoomTabs strip(Visit visit) {
    return new RoomTabs("contracts", this, visit);
  }
}
