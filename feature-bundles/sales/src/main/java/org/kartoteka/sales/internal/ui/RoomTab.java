package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;

/** The pages of this room, in the order of their tabs. */
enum RoomTab {
  DOCUMENTS("documents", SalesPermissions.READ),
  PAYMENTS("payments", SalesPermissions.READ),
  CATALOGUE("catalogue", SalesPermissions.READ),
  RUNS("runs", SalesPermissions.RUN),
  TURNOVER("turnover", SalesPermissions.READ),
  CLOSING("closing", SalesPermissions.CLOSE),
  TAX_RATES("tax-rates", SalesPermissions.READ),
  EXCHANGE_RATES("exchange-rates", SalesPermissions.READ);

  private final String path;
  private final String permission;

  RoomTab(String path, String permission) {
    this.path = path;
    this.permission = permission;
  }

  String address() {
    return "sales/" + path;
  }

  String titleKey() {
    return "sales.tab." + name();
  }

  /** The page at a segment of the address; the first one when it is unknown or not permitted. */
  static RoomTab at(String segment, Workspace workspace) {
    return open(workspace).stream()
        .filter(tab -> tab.path.equals(segment))
        .findFirst()
        .orElse(DOCUMENTS);
  }

  /** The strip of tabs, with this one chosen. */
  Tabs strip(Visit visit) {
    List<RoomTab> open = open(visit.workspace());
    Tabs strip = new Tabs(false);
    strip.setId("sales-tabs");
    strip.setWidthFull();
    for (RoomTab one : open) {
      Tab entry = new Tab(visit.workspace().text(one.titleKey()));
      entry.setId("sales-tab-" + one.name().toLowerCase(Locale.ROOT));
      strip.add(entry);
    }
    strip.setSelectedIndex(open.indexOf(this));
    strip.addSelectedChangeListener(
        event -> visit.navigate(open.get(strip.getSelectedIndex()).address()));
    return strip;
  }

  private static List<RoomTab> open(Workspace workspace) {
    return Arrays.stream(values()).filter(tab -> workspace.may(tab.permission)).toList();
  }
}
