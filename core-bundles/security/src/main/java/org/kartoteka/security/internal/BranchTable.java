package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;

/** Branches in their table. Every method runs in the caller's unit of work. */
final class BranchTable {

  private static final String VIEW =
      "select b.*, (select count(*) from security.app_user u where u.branch_id = b.id) as users"
          + " from security.branch b ";

  private final UnitOfWork unitOfWork;

  BranchTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  List<BranchView> all() {
    return Sql.of(unitOfWork, VIEW + "order by b.name, b.id").list(BranchTable::view);
  }

  Optional<BranchView> find(BranchId id) {
    return Sql.of(unitOfWork, VIEW + "where b.id = ?", id).first(BranchTable::view);
  }

  boolean nameTaken(String name, BranchId except) {
    return Sql.of(
                unitOfWork,
                "select count(*) from security.branch where lower(name) = lower(?) and id <> ?",
                name,
                except == null ? new BranchId(0) : except)
            .number()
        > 0;
  }

  /** Whether the branch is below the other, at any depth. */
  boolean isBelow(BranchId branch, BranchId other) {
    return Sql.of(
                unitOfWork,
                """
                with recursive up (id) as (
                  select parent_id from security.branch where id = ?
                  union
                  select b.parent_id from security.branch b join up on b.id = up.id)
                select count(*) from up where id = ?
                """,
                branch,
                other)
            .number()
        > 0;
  }

  boolean hasBelow(BranchId id) {
    return Sql.of(unitOfWork, "select count(*) from security.branch where parent_id = ?", id)
            .number()
        > 0;
  }

  BranchId insert(BranchData data) {
    return new BranchId(
        Sql.of(
                unitOfWork,
                "insert into security.branch (name, parent_id) values (?, ?) returning id",
                data.name(),
                data.parentId())
            .number());
  }

  void update(BranchId id, BranchData data) {
    Sql.of(
            unitOfWork,
            "update security.branch set name = ?, parent_id = ?, revision = revision + 1"
                + " where id = ?",
            data.name(),
            data.parentId(),
            id)
        .update();
  }

  /** Lets nobody else change branches until the transaction ends, so that no ring comes about. */
  void alone() {
    Sql.of(unitOfWork, "lock table security.branch in share row exclusive mode").update();
  }

  void delete(BranchId id) {
    Sql.of(unitOfWork, "delete from security.branch where id = ?", id).update();
  }

  private static BranchView view(ResultSet row) throws SQLException {
    return new BranchView(
        new BranchId(row.getLong("id")),
        row.getLong("revision"),
        row.getString("name"),
        UserTable.id(row, "parent_id", BranchId::new),
        row.getLong("users"));
  }
}
