package org.kartoteka.ui.internal.user;

import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The administration of users and roles: {@code users} and {@code users/roles}. */
@Component
public class UsersView implements WorkspaceView {

  private static final String ROLES = "roles";

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
    return !visit.path().isEmpty() && visit.path().get(0).equals(ROLES)
        ? new RolesPage(desk, visit)
        : new UsersPage(desk, visit);
  }
}
