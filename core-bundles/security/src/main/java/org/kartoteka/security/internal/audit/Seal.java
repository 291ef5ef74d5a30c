package org.kartoteka.security.internal.audit;

import java.security.MessageDigest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.kartoteka.platform.api.data.Sql;

/**
 * A block of entries in their order, fixed for ever.
 *
 * @param leaves the hashes of the entries one after the other
 * @param previous the hash of the seal before
 * @param hash of everything above
 * @param key which key made the mac
 */
record Seal(
    long id,
    Instant sealedAt,
    List<Long> entries,
    byte[] leaves,
    byte[] previous,
    byte[] hash,
    String key,
    byte[] mac) {

  static final byte[] NONE = new byte[SealedEntry.LEAF];

  static Seal of(
      long id, Instant sealedAt, List<Long> entries, byte[] leaves, byte[] previous, SealKey key) {
    byte[] hash = hash(id, sealedAt, entries, leaves, previous);
    return new Seal(
        id, sealedAt, List.copyOf(entries), leaves, previous, hash, key.name(), key.mac(hash));
  }

  static Seal of(ResultSet row) throws SQLException {
    Array entries = row.getArray("entries");
    return new Seal(
        row.getLong("id"),
        Sql.instant(row, "sealed_at"),
        Arrays.asList((Long[]) entries.getArray()),
        row.getBytes("leaves"),
        row.getBytes("previous"),
        row.getBytes("hash"),
        row.getString("key"),
        row.getBytes("mac"));
  }

  byte[] leaf(int place) {
    return Arrays.copyOfRange(leaves, place * SealedEntry.LEAF, (place + 1) * SealedEntry.LEAF);
  }

  /** Whether the seal fits its own content and the seal before it. */
  boolean fits(byte[] before) {
    return leaves.length == entries.size() * SealedEntry.LEAF
        && MessageDigest.isEqual(previous, before)
        && MessageDigest.isEqual(hash, hash(id, sealedAt, entries, leaves, previous));
  }

  private static byte[] hash(
      long id, Instant sealedAt, List<Long> entries, byte[] leaves, byte[] previous) {
    MessageDigest digest = SealedEntry.sha256();
    SealedEntry.number(digest, id);
    SealedEntry.number(digest, SealedEntry.micros(sealedAt));
    SealedEntry.number(digest, entries.size());
    entries.forEach(entry -> SealedEntry.number(digest, entry));
    digest.update(leaves);
    digest.update(previous);
    return digest.digest();
  }
}
