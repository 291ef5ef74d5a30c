package org.kartoteka.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.security.UserId;

/** Who of the users is known elsewhere. Every method runs in the caller's unit of work. */
final class IdentityTable {

  /** Without an issuer the user is only expected. */
  record Row(
      UserId user, String provider, String issuer, String subject, String name, Instant since) {}

  private final UnitOfWork unitOfWork;

  IdentityTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  Optional<Row> of(UserId user) {
    return Sql.of(unitOfWork, "select * from security.identity where user_id = ?", user)
        .first(IdentityTable::row);
  }

  Optional<Row> find(String provider, String issuer, String subject) {
    return Sql.of(
            unitOfWork,
            "select * from security.identity where provider = ? and issuer = ? and subject = ?",
            provider,
            issuer,
            subject)
        .first(IdentityTable::row);
  }

  Optional<Row> expectedBySubject(String provider, String subject) {
    return Sql.of(
            unitOfWork,
            "select * from security.identity where provider = ? and issuer is null and subject = ?",
            provider,
            subject)
        .first(IdentityTable::row);
  }

  Optional<Row> expectedByName(String provider, String name) {
    return expected(provider, "name", name);
  }

  /** The one with this e-mail; nobody when there are several. */
  Optional<Row> expectedByEmail(String provider, String email) {
    return expected(provider, "email", email);
  }

  private Optional<Row> expected(String provider, String column, String value) {
    List<Row> found =
        Sql.of(
                unitOfWork,
                "select i.* from security.identity i join security.app_user u on u.id = i.user_id"
                    + " where provider = ? and issuer is null and subject is null and lower(u."
                    + column
                    + ") = lower(?)",
                provider,
                value)
            .list(IdentityTable::row);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  void expect(UserId user, String provider, String subject) {
    Sql.of(
            unitOfWork,
            "insert into security.identity (user_id, provider, subject) values (?, ?, ?) on"
                + " conflict (user_id) do update set provider = excluded.provider, issuer = null,"
                + " subject = excluded.subject, name = null, since = null",
            user,
            provider,
            subject)
        .update();
  }

  /** The user was here as this; his name there may have changed. */
  void seen(UserId user, String provider, Identity identity, Instant now) {
    Sql.of(
            unitOfWork,
            "insert into security.identity as i (user_id, provider, issuer, subject, name, since)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (user_id) do update set issuer ="
                + " excluded.issuer, subject = excluded.subject, name = excluded.name, since ="
                + " coalesce(i.since, excluded.since)",
            user,
            provider,
            identity.issuer(),
            identity.subject(),
            identity.name(),
            now)
        .update();
  }

  /** The users whom a provider knows or is to know. */
  List<UserId> users(String provider) {
    return Sql.of(unitOfWork, "select user_id from security.identity where provider = ?", provider)
        .list(row -> new UserId(row.getLong(1)));
  }

  boolean remove(UserId user) {
    return Sql.of(unitOfWork, "delete from security.identity where user_id = ?", user).update() > 0;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new UserId(row.getLong("user_id")),
        row.getString("provider"),
        row.getString("issuer"),
        row.getString("subject"),
        row.getString("name"),
        Sql.instant(row, "since"));
  }
}
