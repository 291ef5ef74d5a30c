package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import org.kartoteka.ui.api.Workspace;

/** Users, roles, groups or branches. */
final class UserTabs extends Tabs {

  static final String USERS = "users";
  static final String ROLES = "users/roles";
  static final String GROUPS = "users/groups";
  static final String BRANCHES = "users/branches";

  UserTabs(Workspace workspace, String selected) {
    setId("users-tabs");
    addThemeVariants(TabsVariant.LUMO_SMALL);
    add(USERS, workspace.text("ui.users.title"), selected);
    add(ROLES, workspace.text("ui.users.roles"), selected);
    add(GROUPS, workspace.text("ui.users.groups"), selected);
    add(BRANCHES, workspace.text("ui.users.branches"), selected);
  }

  private void add(String address, String title, String selected) {
    Tab tab = tab(address, title);
    add(tab);
    if (address.equals(selected)) {
      setSelectedTab(tab);
    }
  }

  private static Tab tab(String address, String title) {
    Anchor link = new Anchor(address, title);
    link.getElement().setAttribute("router-link", true);
    Tab tab = new Tab(link);
    tab.setId("tab-" + address.replace('/', '-'));
    return tab;
  }
}
