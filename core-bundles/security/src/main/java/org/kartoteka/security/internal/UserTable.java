package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/** Users and roles in their tables. Every method runs in the caller's unit of work. */
final class UserTable {

  private static final String VIEW =
      "select u.*, array(select role from security.user_role r where r.user_id = u.id order by role)"
          + " as roles from security.app_user u ";

  private final UnitOfWork unitOfWork;

  UserTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** What signing in needs to know. */
  record Credentials(UserId id, String passwordHash, boolean blocked) {}

  boolean isEmpty() {
    return Sql.of(unitOfWork, "select count(*) from security.app_user").number() == 0;
  }

  Optional<Credentials> credentials(String name) {
    return Sql.of(
            unitOfWork,
            "select id, password_hash, blocked from security.app_user where lower(name) = lower(?)",
            name)
        .first(
            row ->
                new Credentials(new UserId(row.getLong(1)), row.getString(2), row.getBoolean(3)));
  }

  String passwordHash(UserId id) {
    return Sql.of(unitOfWork, "select password_hash from security.app_user where id = ?", id)
        .first(row -> row.getString(1))
        .orElse("");
  }

  /** The user with all permissions of his roles; empty when blocked or gone. */
  Optional<User> user(UserId id) {
    return view(id).filter(view -> !view.blocked()).map(this::withPermissions);
  }

  private User withPermissions(UserView view) {
    Set<String> permissions =
        view.roles().contains(StandardRole.ADMINISTRATOR.name())
            ? Set.of(User.ALL)
            : Set.copyOf(
                Sql.of(
                        unitOfWork,
                        "select distinct permission from security.role_permission where role = any(?)",
                        view.roles())
                    .list(row -> row.getString(1)));
    return new User(
        view.id(),
        view.name(),
        view.fullName(),
        Locale.forLanguageTag(view.language()),
        permissions);
  }

  List<UserView> views() {
    return Sql.of(unitOfWork, VIEW + "order by u.full_name, u.id").list(UserTable::view);
  }

  Optional<UserView> view(UserId id) {
    return Sql.of(unitOfWork, VIEW + "where u.id = ?", id).first(UserTable::view);
  }

  boolean nameTaken(String name, UserId except) {
    return Sql.of(
                unitOfWork,
                "select count(*) from security.app_user where lower(name) = lower(?) and id <> ?",
                name,
                except == null ? new UserId(0) : except)
            .number()
        > 0;
  }

  UserId insert(UserData data, String passwordHash) {
    long id =
        Sql.of(
                unitOfWork,
                "insert into security.app_user (name, full_name, email, language, password_hash,"
                    + " blocked) values (?, ?, ?, ?, ?, ?) returning id",
                data.name(),
                data.fullName(),
                data.email(),
                data.language(),
                passwordHash,
                data.blocked())
            .number();
    setRoles(new UserId(id), data.roles());
    return new UserId(id);
  }

  void update(UserId id, UserData data) {
    Sql.of(
            unitOfWork,
            "update security.app_user set name = ?, full_name = ?, email = ?, language = ?, blocked ="
                + " ?, revision = revision + 1 where id = ?",
            data.name(),
            data.fullName(),
            data.email(),
            data.language(),
            data.blocked(),
            id)
        .update();
    setRoles(id, data.roles());
  }

  void setPasswordHash(UserId id, String hash) {
    Sql.of(unitOfWork, "update security.app_user set password_hash = ? where id = ?", hash, id)
        .update();
  }

  void setLanguage(UserId id, String language) {
    Sql.of(unitOfWork, "update security.app_user set language = ? where id = ?", language, id)
        .update();
  }

  void signedIn(UserId id, Instant at) {
    Sql.of(unitOfWork, "update security.app_user set last_sign_in = ? where id = ?", at, id)
        .update();
  }

  private void setRoles(UserId id, List<String> roles) {
    Sql.of(unitOfWork, "delete from security.user_role where user_id = ?", id).update();
    for (String role : roles.stream().distinct().toList()) {
      Sql.of(unitOfWork, "insert into security.user_role (user_id, role) values (?, ?)", id, role)
          .update();
    }
  }

  long administratorsExcept(UserId id) {
    return Sql.of(
            unitOfWork,
            "select count(*) from security.user_role r join security.app_user u on u.id = r.user_id"
                + " where r.role = ? and not u.blocked and u.id <> ?",
            StandardRole.ADMINISTRATOR,
            id)
        .number();
  }

  Set<String> roleNames() {
    return Sql.of(unitOfWork, "select name from security.role")
        .list(row -> row.getString(1))
        .stream()
        .collect(Collectors.toSet());
  }

  List<RoleView> roles() {
    return Sql.of(
            unitOfWork,
            "select r.*, array(select permission from security.role_permission p where p.role = r.name"
                + " order by permission) as permissions from security.role r order by standard desc,"
                + " name")
        .list(
            row ->
                new RoleView(
                    row.getString("name"), row.getBoolean("standard"), texts(row, "permissions")));
  }

  void saveRole(String name, List<String> permissions) {
    Sql.of(
            unitOfWork,
            "insert into security.role (name, standard) values (?, false) on conflict do nothing",
            name)
        .update();
    Sql.of(unitOfWork, "delete from security.role_permission where role = ?", name).update();
    for (String permission : permissions.stream().distinct().toList()) {
      grant(name, permission);
    }
  }

  void grant(String role, String permission) {
    Sql.of(
            unitOfWork,
            "insert into security.role_permission (role, permission) values (?, ?) on conflict do"
                + " nothing",
            role,
            permission)
        .update();
  }

  private static UserView view(ResultSet row) throws SQLException {
    return new UserView(
        new UserId(row.getLong("id")),
        row.getLong("revision"),
        row.getString("name"),
        row.getString("full_name"),
        row.getString("email"),
        row.getString("language"),
        texts(row, "roles"),
        row.getBoolean("blocked"),
        Sql.instant(row, "last_sign_in"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
