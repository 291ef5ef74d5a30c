package org.kartoteka.competitors.internal.ui;

/** The pages of this room, in the order of their tabs. */
enum RoomTab {
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

  /** The address of the page. */
  String address() {
    return path.isEmpty() ? "competitors" : "competitors/" + path;
  }

  /** The key of the title. */
  String titleKey() {
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
