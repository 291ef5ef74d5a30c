package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/** Users in their tables. Every method runs in the caller's unit of work. */
final class UserTable {

  private static final String VIEW =
      "select u.*, array(select role from security.user_role r where r.user_id = u.id order by"
          + " role) as roles, array(select g.name from security.user_group g join"
          + " security.user_group_member m on m.group_id = g.id where m.user_id = u.id order by"
          + " g.name) as groups from security.app_user u ";

  private final UnitOfWork unitOfWork;
  private final RoleTable roles;

  UserTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.roles = new RoleTable(unitOfWork);
  }

  /**
   * What signing in needs to know.
   *
   * @param passwordHash null for whom a provider knows
   */
  record Credentials(UserId id, String passwordHash, boolean blocked) {

    /** Whether he has a password here; else a provider says who he is. */
    boolean hasPassword() {
      return passwordHash != null;
    }
  }

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
            : roles.permissions(roles.of(view.id()));
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

  UserId insert(UserData data, String passwordHash, boolean temporary) {
    long id =
        Sql.of(
                unitOfWork,
                "insert into security.app_user (name, full_name, email, language, password_hash,"
                    + " password_temporary, blocked, branch_id, superior_id) values (?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?) returning id",
                data.name(),
                data.fullName(),
                data.email(),
                data.language(),
                passwordHash,
                temporary,
                data.blocked(),
                data.branchId(),
                data.superiorId())
            .number();
    setRoles(new UserId(id), data.roles());
    return new UserId(id);
  }

  void update(UserId id, UserData data) {
    Sql.of(
            unitOfWork,
            "update security.app_user set name = ?, full_name = ?, email = ?, language = ?, blocked"
                + " = ?, branch_id = ?, superior_id = ?, revision = revision + 1 where id = ?",
            data.name(),
            data.fullName(),
            data.email(),
            data.language(),
            data.blocked(),
            data.branchId(),
            data.superiorId(),
            id)
        .update();
    setRoles(id, data.roles());
  }

  void setPasswordHash(UserId id, String hash, boolean temporary) {
    Sql.of(
            unitOfWork,
            "update security.app_user set password_hash = ?, password_temporary = ? where id = ?",
            hash,
            temporary,
            id)
        .update();
  }

  boolean hasTemporaryPassword(UserId id) {
    return Sql.of(
                unitOfWork,
                "select count(*) from security.app_user where id = ? and password_temporary",
                id)
            .number()
        > 0;
  }

  /** Leaves the user without a password. */
  void dropPassword(UserId id) {
    setPasswordHash(id, null, false);
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

  /** How many administrators but this one can get in. */
  long administratorsExcept(UserId id) {
    return Sql.of(
            unitOfWork,
            "select count(*) from security.user_role r join security.app_user u on u.id = r.user_id"
                + " where r.role = ? and not u.blocked and u.id <> ? and (u.password_hash is not"
                + " null or exists (select 1 from security.identity i where i.user_id = u.id))",
            StandardRole.ADMINISTRATOR,
            id)
        .number();
  }

  /** How many administrators but this one get in without any provider. */
  long administratorsWithPasswordExcept(UserId id) {
    return Sql.of(
            unitOfWork,
            "select count(*) from security.user_role r join security.app_user u on u.id = r.user_id"
                + " where r.role = ? and not u.blocked and u.password_hash is not null and u.id <>"
                + " ?",
            StandardRole.ADMINISTRATOR,
            id)
        .number();
  }

  /** Whether he has ever acted, or others are below him or stand in for him. */
  boolean hasTraces(UserId id) {
    return Sql.of(
                unitOfWork,
                """
                select count(*) from security.app_user u
                 where u.id = ?
                   and (u.last_sign_in is not null
                     or exists (select 1 from security.app_user b where b.superior_id = u.id)
                     or exists (select 1 from security.deputyship d
                                 where u.id in (d.absent_id, d.deputy_id))
                     or exists (select 1 from security.token t where t.user_id = u.id)
                     or exists (select 1 from security.session s where s.user_id = u.id)
                     or exists (select 1 from security.audit_entry c where c.actor = u.name))
                """,
                id)
            .number()
        > 0;
  }

  /** Removes a user without traces; his roles, groups and identity go with him. */
  void delete(UserId id) {
    Sql.of(unitOfWork, "delete from security.app_user where id = ?", id).update();
  }

  /** Whether the user is the one above the other, or further up. */
  boolean isAbove(UserId above, UserId below) {
    return Sql.of(
                unitOfWork,
                """
                with recursive up (id) as (
                  select superior_id from security.app_user where id = ?
                  union
                  select u.superior_id from security.app_user u join up on u.id = up.id)
                select count(*) from up where id = ?
                """,
                below,
                above)
            .number()
        > 0;
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
        Sql.instant(row, "last_sign_in"),
        id(row, "branch_id", BranchId::new),
        id(row, "superior_id", UserId::new),
        texts(row, "groups"));
  }

  static <I> I id(ResultSet row, String column, LongFunction<I> made) throws SQLException {
    long id = row.getLong(column);
    return row.wasNull() ? null : made.apply(id);
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
