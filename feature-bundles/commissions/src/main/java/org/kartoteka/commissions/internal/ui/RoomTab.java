package org.kartoteka.commissions.internal.ui;

import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RoomTabs;

/** The pages of this room, in the order of their tabs. */
enum RoomTab implements RoomTabs.Page {
  ACCRUALS("", null),
  STATEMENTS("statements", null),
  ESTIMATE("estimate", CommissionPermissions.OWN),
  PLANS("plans", CommissionPermissions.DEFINE),
  DRY_RUN("dry-run", CommissionPermissions.DEFINE);

  private final String path;
  private final String permission;

  RoomTab(String path, String permission) {
    this.path = path;
    this.permission = permission;
  }

  @Override
  public String address() {
    return path.isEmpty() ? "commissions" : "commissions/" + path;
  }

  @Override
  public String titleKey() {
    return "commissions.tab." + name();
  }

  @Override
  public String permission() {
    return permission;
  }

  /** The strip of tabs with this one chosen. */
  RoomTabs strip(Visit visit) {
    return new RoomTabs(CommissionPermissions.FEATURE, this, visit);
  }

  boolean isFor(Workspace workspace) {
    return workspace.may(permission);
  }

  /** The page at a segment of the address; the first one when it is unknown. */
  static RoomTab at(String segment) {
    for (RoomTab tab : values()) {
      if (tab.path.equals(segment)) {
        return tab;
      }
    }
    return ACCRUALS;
  }
}
