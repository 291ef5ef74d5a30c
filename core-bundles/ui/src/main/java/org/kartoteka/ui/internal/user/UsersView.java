package org.kartoteka.ui.internal.user;

import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The administration of users, roles, groups and branches: {@code users} and below it. */
@Component
public class UsersView implements WorkspaceView {

  private final UserDesk desk;

  @Activate
  public UsersView(@Reference UserDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "users";
  }

  @Override
  public String feature() {
    return "security";
  }

  @Override
  public String titleKey() {
    return "ui.users.title";
  }

  @Override
  public Section section() {
    return Section.ADMINISTRATION;
  }

  @Override
  public String icon() {
    return "vaadin:user-card";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return "security.user.manage";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return switch (visit.path().isEmpty() ? "" : visit.path().get(0)) {
      case "roles" -> new RolesPage(desk, visit);
      case "groups" -> new GroupsPage(desk, visit);
      case "branches" -> new BranchesPage(desk, visit);
      default -> new UsersPage(desk, visit);
    };
  }
}
