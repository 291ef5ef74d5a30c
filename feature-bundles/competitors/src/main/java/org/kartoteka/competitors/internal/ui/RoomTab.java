package org.kartoteka.competitors.internal.ui;

import org.kartoteka.ui.api.component.RoomTabs;

/** The pages of this room, in the order of their tabs. */
enum RoomTab implements RoomTabs.Page {
  COMPETITORS(""),
  CHANGES("changes"),
  PRODUCTS("products"),
  PRICES("prices"),
  PRESENCE("presence"),
  ALERTS("alerts"),
  WATCHES("watches");

  private final String path;

  RoomTab(String path) {
    this.path = path;
  }

  @Override
  public String address() {
    return path.isEmpty() ? "competitors" : "competitors/" + path;
  }

  @Override
  public String titleKey() {
    return "competitors.tab." + name();
  }

  /** The page at a segment of the address; the first one when it is unknown. */
  static RoomTab at(String segment) {
    for (RoomTab tab : values()) {
      if (tab.path.equals(segment)) {
        return tab;
      }
    }
    return COMPETITORS;
  }
}
