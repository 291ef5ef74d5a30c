package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.Extent;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.UserId;

/** Roles in their tables, and who has them. Every method runs in the caller's unit of work. */
final class RoleTable {

  private static final String OF_A_USER =
      """
      select role from security.user_role where user_id = ?
      union
      select r.role from security.user_group_role r
        join security.user_group_member m on m.group_id = r.group_id where m.user_id = ?
      """;

  private final UnitOfWork unitOfWork;

  RoleTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  Set<String> names() {
    return Sql.of(unitOfWork, "select name from security.role")
        .list(row -> row.getString(1))
        .stream()
        .collect(Collectors.toSet());
  }

  /** The roles that a user has himself and by his groups. */
  Set<String> of(UserId user) {
    return Set.copyOf(Sql.of(unitOfWork, OF_A_USER, user, user).list(row -> row.getString(1)));
  }

  Set<String> permissions(Set<String> roles) {
    return Set.copyOf(
        Sql.of(
                unitOfWork,
                "select distinct permission from security.role_permission where role = any(?)",
                roles)
            .list(row -> row.getString(1)));
  }

  List<ScopeGrant> scopes(Set<String> roles) {
    return Sql.of(
            unitOfWork,
            "select action, extent, registers from security.role_scope where role = any(?)",
            roles)
        .list(RoleTable::grant);
  }

  List<RoleView> all() {
    Map<String, List<ScopeGrant>> scopes = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select action, extent, registers, role from security.role_scope"
                + " order by role, action, extent")
        .list(
            row ->
                scopes
                    .computeIfAbsent(row.getString("role"), role -> new ArrayList<>())
                    .add(grant(row)));
    return Sql.of(
            unitOfWork,
            "select r.*, array(select permission from security.role_permission p where p.role = r.name"
                + " order by permission) as permissions from security.role r order by standard desc,"
                + " name")
        .list(
            row ->
                new RoleView(
                    row.getString("name"),
                    row.getBoolean("standard"),
                    UserTable.texts(row, "permissions"),
                    scopes.getOrDefault(row.getString("name"), List.of())));
  }

  Optional<RoleView> find(String name) {
    return all().stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /** Saves a role; without scopes it keeps those it has. */
  void save(RoleView role) {
    Sql.of(
            unitOfWork,
            "insert into security.role (name, standard) values (?, false) on conflict do nothing",
            role.name())
        .update();
    Sql.of(unitOfWork, "delete from security.role_permission where role = ?", role.name()).update();
    for (String permission : role.permissions().stream().distinct().toList()) {
      grant(role.name(), permission);
    }
    if (role.scopes() != null) {
      saveScopes(role.name(), role.scopes());
    }
  }

  private record Place(RecordAction action, Extent extent) {}

  private void saveScopes(String role, List<ScopeGrant> grants) {
    Map<Place, Set<Long>> united = new LinkedHashMap<>();
    grants.forEach(
        one ->
            united
                .computeIfAbsent(new Place(one.action(), one.extent()), any -> new TreeSet<>())
                .addAll(one.extent() == Extent.REGISTERS ? one.registers() : List.of()));
    Sql.of(unitOfWork, "delete from security.role_scope where role = ?", role).update();
    united.forEach(
        (place, registers) ->
            Sql.of(
                    unitOfWork,
                    "insert into security.role_scope (role, action, extent, registers)"
                        + " values (?, ?, ?, ?::bigint[])",
                    role,
                    place.action(),
                    place.extent(),
                    registers)
                .update());
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

  /** Whether users or groups have the role. */
  boolean isInUse(String role) {
    return Sql.of(
                unitOfWork,
                "select (select count(*) from security.user_role where role = ?)"
                    + " + (select count(*) from security.user_group_role where role = ?)",
                role,
                role)
            .number()
        > 0;
  }

  void remove(String role) {
    Sql.of(unitOfWork, "delete from security.role where name = ?", role).update();
  }

  private static ScopeGrant grant(ResultSet row) throws SQLException {
    return new ScopeGrant(
        RecordAction.valueOf(row.getString("action")),
        Extent.valueOf(row.getString("extent")),
        Arrays.asList((Long[]) row.getArray("registers").getArray()));
  }
}
