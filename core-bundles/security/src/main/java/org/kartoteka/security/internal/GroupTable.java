package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.GroupData;
import org.kartoteka.platform.api.security.GroupId;
import org.kartoteka.platform.api.security.GroupView;
import org.kartoteka.platform.api.security.UserId;

/** Groups of users in their tables. Every method runs in the caller's unit of work. */
final class GroupTable {

  private static final String VIEW =
      """
      select g.*,
             array(select role from security.user_group_role r where r.group_id = g.id
                    order by role) as roles,
             array(select user_id from security.user_group_member m where m.group_id = g.id
                    order by user_id) as members
        from security.user_group g
      """;

  private final UnitOfWork unitOfWork;

  GroupTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  List<GroupView> all() {
    return Sql.of(unitOfWork, VIEW + "order by g.name, g.id").list(GroupTable::view);
  }

  Optional<GroupView> find(GroupId id) {
    return Sql.of(unitOfWork, VIEW + "where g.id = ?", id).first(GroupTable::view);
  }

  boolean nameTaken(String name, GroupId except) {
    return Sql.of(
                unitOfWork,
                "select count(*) from security.user_group where lower(name) = lower(?) and id <> ?",
                name,
                except == null ? new GroupId(0) : except)
            .number()
        > 0;
  }

  GroupId insert(GroupData data) {
    GroupId id =
        new GroupId(
            Sql.of(
                    unitOfWork,
                    "insert into security.user_group (name, description) values (?, ?)"
                        + " returning id",
                    data.name(),
                    data.description())
                .number());
    fill(id, data);
    return id;
  }

  void update(GroupId id, GroupData data) {
    Sql.of(
            unitOfWork,
            "update security.user_group set name = ?, description = ?, revision = revision + 1"
                + " where id = ?",
            data.name(),
            data.description(),
            id)
        .update();
    Sql.of(unitOfWork, "delete from security.user_group_role where group_id = ?", id).update();
    Sql.of(unitOfWork, "delete from security.user_group_member where group_id = ?", id).update();
    fill(id, data);
  }

  void delete(GroupId id) {
    Sql.of(unitOfWork, "delete from security.user_group where id = ?", id).update();
  }

  private void fill(GroupId id, GroupData data) {
    Sql.of(
            unitOfWork,
            "insert into security.user_group_role (group_id, role)"
                + " select distinct ?::bigint, role from unnest(?::text[]) as role",
            id,
            data.roles())
        .update();
    Sql.of(
            unitOfWork,
            "insert into security.user_group_member (group_id, user_id)"
                + " select distinct ?::bigint, member from unnest(?::bigint[]) as member",
            id,
            data.members())
        .update();
  }

  private static GroupView view(ResultSet row) throws SQLException {
    return new GroupView(
        new GroupId(row.getLong("id")),
        row.getLong("revision"),
        row.getString("name"),
        row.getString("description"),
        UserTable.texts(row, "roles"),
        Stream.of((Long[]) row.getArray("members").getArray()).map(UserId::new).toList());
  }
}
