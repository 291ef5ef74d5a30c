package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import org.kartoteka.ui.api.Workspace;

/** Users or roles. */
final class UserTabs extends Tabs {

  UserTabs(Workspace workspace, boolean roles) {
    setId("users-tabs");
    addThemeVariants(TabsVariant.LUMO_SMALL);
    Tab users = tab("users", workspace.text("ui.users.title"));
    Tab ofRoles = tab("users/roles", workspace.text("ui.users.roles"));
    add(users, ofRoles);
    setSelectedTab(roles ? ofRoles : users);
  }

  private static Tab tab(String address, String title) {
    Anchor link = new Anchor(address, title);
    link.getElement().setAttribute("router-link", true);
    Tab tab = new Tab(link);
    tab.setId("tab-" + address.replace('/', '-'));
    return tab;
  }
}
