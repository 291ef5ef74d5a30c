package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.DeputyshipData;
import org.kartoteka.platform.api.security.DeputyshipId;
import org.kartoteka.platform.api.security.DeputyshipView;
import org.kartoteka.platform.api.security.UserId;

/** Deputyships in their table. Every method runs in the caller's unit of work. */
final class DeputyTable {

  private static final String VIEW =
      "select d.*, a.full_name as absent_name, s.full_name as deputy_name,"
          + " ? between d.first_day and d.last_day as lasting from security.deputyship d"
          + " join security.app_user a on a.id = d.absent_id"
          + " join security.app_user s on s.id = d.deputy_id ";

  private final UnitOfWork unitOfWork;

  DeputyTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** For whom the user stands in on the day. */
  List<UserId> absentOf(UserId deputy, LocalDate day) {
    return Sql.of(
            unitOfWork,
            "select distinct absent_id from security.deputyship"
                + " where deputy_id = ? and ? between first_day and last_day",
            deputy,
            day)
        .list(row -> new UserId(row.getLong(1)));
  }

  /** Those that are not over on the day, in which the user is away or stands in. */
  List<DeputyshipView> of(UserId user, LocalDate day) {
    return Sql.of(
            unitOfWork,
            VIEW
                + "where ? in (d.absent_id, d.deputy_id) and d.last_day >= ?"
                + " order by d.first_day, d.last_day, d.id",
            day,
            user,
            day)
        .list(DeputyTable::view);
  }

  Optional<DeputyshipView> find(DeputyshipId id, LocalDate day) {
    return Sql.of(unitOfWork, VIEW + "where d.id = ?", day, id).first(DeputyTable::view);
  }

  DeputyshipId insert(DeputyshipData data, String by, Instant at) {
    return new DeputyshipId(
        Sql.of(
                unitOfWork,
                """
                insert into security.deputyship
                  (absent_id, deputy_id, first_day, last_day, arranged_by, arranged_at)
                values (?, ?, ?, ?, ?, ?) returning id
                """,
                data.absentId(),
                data.deputyId(),
                data.from(),
                data.until(),
                by,
                at)
            .number());
  }

  void delete(DeputyshipId id) {
    Sql.of(unitOfWork, "delete from security.deputyship where id = ?", id).update();
  }

  private static DeputyshipView view(ResultSet row) throws SQLException {
    return new DeputyshipView(
        new DeputyshipId(row.getLong("id")),
        new UserId(row.getLong("absent_id")),
        row.getString("absent_name"),
        new UserId(row.getLong("deputy_id")),
        row.getString("deputy_name"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getBoolean("lasting"),
        row.getString("arranged_by"));
  }
}
