package org.kartoteka.rest.internal.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.UserId;

/** The table of requests that were answered, within the transaction of the change itself. */
final class AnswerMemory {

  /** How long a key holds. */
  static final Duration VALIDITY = Duration.ofHours(24);

  private final UnitOfWork unitOfWork;
  private final Clock clock;

  AnswerMemory(UnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Whose request it is. */
  record Key(UserId user, String key, String path) {}

  /**
   * Claims the key for this request; waits while another transaction holds it.
   *
   * @return the answer that was given before; empty when this request is the first
   * @throws InvalidInput when the key was used for another request
   */
  Optional<RememberedAnswer> claim(Key key, byte[] hash) {
    Instant now = clock.instant();
    forget(key, now.minus(VALIDITY));
    int claimed =
        sql(
                "insert into rest.idempotent_requests (user_id, key, path, request_hash, asked_at)"
                    + " values (?, ?, ?, ?, ?) on conflict do nothing",
                key.user(),
                key.key(),
                key.path(),
                hash,
                now)
            .update();
    return claimed == 1 ? Optional.empty() : Optional.of(earlier(key, hash));
  }

  private RememberedAnswer earlier(Key key, byte[] hash) {
    return sql(
            "select request_hash, status, content_type, location, etag, body"
                + " from rest.idempotent_requests where user_id = ? and key = ? and path = ?",
            key.user(),
            key.key(),
            key.path())
        .first(
            row -> {
              if (!Arrays.equals(row.getBytes("request_hash"), hash)) {
                throw new InvalidInput(FieldError.of("Idempotency-Key", "reused"));
              }
              return new RememberedAnswer(
                  row.getInt("status"),
                  row.getString("content_type"),
                  row.getString("location"),
                  row.getString("etag"),
                  row.getBytes("body"));
            })
        .orElseThrow(() -> new IllegalStateException("the claimed key vanished"));
  }

  /** Keeps the answer under the claimed key. */
  void keep(Key key, RememberedAnswer answer) {
    sql(
            "update rest.idempotent_requests set status = ?, content_type = ?, location = ?,"
                + " etag = ?, body = ? where user_id = ? and key = ? and path = ?",
            answer.status(),
            answer.contentType(),
            answer.location(),
            answer.etag(),
            answer.body(),
            key.user(),
            key.key(),
            key.path())
        .update();
  }

  /** Deletes what is too old to matter. */
  int forgetOld() {
    return sql(
            "delete from rest.idempotent_requests where asked_at < ?",
            clock.instant().minus(VALIDITY))
        .update();
  }

  private void forget(Key key, Instant before) {
    sql(
            "delete from rest.idempotent_requests"
                + " where user_id = ? and key = ? and path = ? and asked_at < ?",
            key.user(),
            key.key(),
            key.path(),
            before)
        .update();
  }

  private Sql sql(String text, Object... arguments) {
    return Sql.of(unitOfWork, text, arguments);
  }
}
