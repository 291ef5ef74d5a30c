package org.kartoteka.sales.internal.ui;

import java.util.Arrays;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RoomTabs;

/** The pages of this room, in the order of their tabs. */
enum RoomTab implements RoomTabs.Page {
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

  @Override
  public String address() {
    return "sales/" + path;
  }

  @Override
  public String titleKey() {
    return "sales.tab." + name();
  }

  @Override
  public String permission() {
    return permission;
  }

  /** The page at a segment of the address; the first one when it is unknown or not permitted. */
  static RoomTab at(String segment, Workspace workspace) {
    return Arrays.stream(values())
        .filter(tab -> tab.path.equals(segment) && workspace.may(tab.permission))
        .findFirst()
        .orElse(DOCUMENTS);
  }

  /** The strip of tabs, with this one chosen. */
  RoomTabs strip(Visit visit) {
    return new RoomTabs(SalesPermissions.FEATURE, this, visit);
  }
}
