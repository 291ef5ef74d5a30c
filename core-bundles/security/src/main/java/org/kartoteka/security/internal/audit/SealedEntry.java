package org.kartoteka.security.internal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kartoteka.platform.api.data.Sql;

/** An entry as its seal sees it: every column, whose hash is a leaf of the seal. */
record SealedEntry(long id, boolean erased, byte[] leaf) {

  static final int LEAF = 32;

  static final String COLUMNS =
      "id, record_type, record_id, label, act, actor, at, correlation, details::text as details,"
          + " salt::text as salt, erased";

  static SealedEntry of(ResultSet row) throws SQLException {
    MessageDigest digest = sha256();
    number(digest, row.getLong("id"));
    text(digest, row.getString("salt"));
    text(digest, row.getString("record_type"));
    text(digest, row.getString("record_id"));
    text(digest, row.getString("label"));
    text(digest, row.getString("act"));
    text(digest, row.getString("actor"));
    number(digest, micros(Sql.instant(row, "at")));
    text(digest, row.getString("correlation"));
    text(digest, row.getString("details"));
    boolean erased = row.getBoolean("erased");
    number(digest, erased ? 1 : 0);
    return new SealedEntry(row.getLong("id"), erased, digest.digest());
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static void number(MessageDigest digest, long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  /** With its length in front, so that no two rows have the same bytes. */
  private static void text(MessageDigest digest, String text) {
    if (text == null) {
      number(digest, -1);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(digest, bytes.length);
      digest.update(bytes);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
