package org.kartoteka.ui.internal.user;

import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.record.PageTabs;

/** Users, roles, groups or branches. */
final class UserTabs extends PageTabs {

  static final String USERS = "users";
  static final String ROLES = "users/roles";
  static final String GROUPS = "users/groups";
  static final String BRANCHES = "users/branches";

  UserTabs(Workspace workspace, String selected) {
    super("users-tabs", selected);
    page(USERS, workspace.text("ui.users.title"));
    page(ROLES, workspace.text("ui.users.roles"));
    page(GROUPS, workspace.text("ui.users.groups"));
    page(BRANCHES, workspace.text("ui.users.branches"));
  }
}
