package org.kartoteka.commissions.internal.ui;

import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.ui.api.Workspace;

/** The pages of this room, in the order of their tabs. */
enum RoomTab {
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

  String address() {
    return path.isEmpty() ? "commissions" : "commissions/" + path;
  }

  String titleKey() {
    return "commissions.tab." + name();
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
