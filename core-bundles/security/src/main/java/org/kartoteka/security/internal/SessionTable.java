package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.UserId;

/** The open sessions in their table. Every method runs in the caller's unit of work. */
final class SessionTable {

  /** An open session. */
  record Row(
      SessionId id,
      UserId user,
      Instant openedAt,
      Instant lastUsed,
      Instant provedAt,
      String address,
      String browser) {}

  private final UnitOfWork unitOfWork;

  SessionTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  SessionId insert(UserId user, Instant now, String address, String browser) {
    return new SessionId(
        Sql.of(
                unitOfWork,
                "insert into security.session (user_id, opened_at, last_used, proved_at, address,"
                    + " browser) values (?, ?, ?, ?, ?, ?) returning id",
                user,
                now,
                now,
                now,
                address,
                browser)
            .number());
  }

  Optional<Row> find(SessionId id) {
    return Sql.of(unitOfWork, "select * from security.session where id = ?", id)
        .first(SessionTable::row);
  }

  List<Row> of(UserId user) {
    return Sql.of(
            unitOfWork,
            "select * from security.session where user_id = ? order by last_used desc, id desc",
            user)
        .list(SessionTable::row);
  }

  void used(SessionId id, Instant at, String address) {
    Sql.of(
            unitOfWork,
            "update security.session set last_used = ?, address = ? where id = ?",
            at,
            address,
            id)
        .update();
  }

  void proved(SessionId id, Instant at) {
    Sql.of(unitOfWork, "update security.session set proved_at = ? where id = ?", at, id).update();
  }

  /** Ends a session and tells whose it was. */
  Optional<UserId> end(SessionId id) {
    return Sql.of(unitOfWork, "delete from security.session where id = ? returning user_id", id)
        .first(row -> new UserId(row.getLong(1)));
  }

  /** Ends the sessions of a user but one; null for all. */
  int endAll(UserId user, SessionId except) {
    return Sql.of(
            unitOfWork,
            "delete from security.session where user_id = ? and id <> ?",
            user,
            except == null ? new SessionId(0) : except)
        .update();
  }

  int endThoseOver(Instant unusedSince, Instant openedBefore) {
    return Sql.of(
            unitOfWork,
            "delete from security.session where last_used < ? or opened_at < ?",
            unusedSince,
            openedBefore)
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new SessionId(row.getLong("id")),
        new UserId(row.getLong("user_id")),
        Sql.instant(row, "opened_at"),
        Sql.instant(row, "last_used"),
        Sql.instant(row, "proved_at"),
        row.getString("address"),
        row.getString("browser"));
  }
}
