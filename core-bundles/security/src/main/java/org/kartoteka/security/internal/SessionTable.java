package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.identity.ProviderLogout;
import org.kartoteka.platform.api.security.ProviderSession;
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

  SessionId insert(
      UserId user, Instant now, String address, String browser, ProviderSession elsewhere) {
    return new SessionId(
        Sql.of(
                unitOfWork,
                "insert into security.session (user_id, opened_at, last_used, proved_at, address,"
                    + " browser, provider, provider_session, provider_hint) values (?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?) returning id",
                user,
                now,
                now,
                now,
                address,
                browser,
                elsewhere == null ? null : elsewhere.provider(),
                elsewhere == null ? null : elsewhere.id(),
                elsewhere == null ? null : elsewhere.hint())
            .number());
  }

  /** The session at the provider by which this one came; empty when it came by a password. */
  Optional<ProviderSession> elsewhere(SessionId id) {
    return Sql.of(
            unitOfWork,
            "select provider, provider_session, provider_hint from security.session where id = ?"
                + " and provider is not null",
            id)
        .first(row -> new ProviderSession(row.getString(1), row.getString(2), row.getString(3)));
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

  /** The person was at the provider again, where his session may be another now. */
  void seenAt(ProviderSession elsewhere, SessionId id) {
    Sql.of(
            unitOfWork,
            "update security.session set provider = ?, provider_session = ?, provider_hint = ?"
                + " where id = ?",
            elsewhere.provider(),
            elsewhere.id(),
            elsewhere.hint(),
            id)
        .update();
  }

  /**
   * Ends the sessions that came by a provider and tells whose they were: one there when it is
   * named, else all of the person. One whose id there was never told ends with the person's others.
   */
  List<UserId> endThoseOf(String provider, ProviderLogout logout) {
    return Sql.of(
            unitOfWork,
            """
            delete from security.session s using security.identity i
             where i.user_id = s.user_id
               and s.provider = ? and i.provider = s.provider and i.issuer = ?
               and (?::text is null or i.subject = ?)
               and (?::text is null or s.provider_session = ?
                 or s.provider_session is null and ?::text is not null)
            returning s.user_id
            """,
            provider,
            logout.issuer(),
            logout.subject(),
            logout.subject(),
            logout.session(),
            logout.session(),
            logout.subject())
        .list(row -> new UserId(row.getLong(1)));
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
