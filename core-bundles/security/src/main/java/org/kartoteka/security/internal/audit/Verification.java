package org.kartoteka.security.internal.audit;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.audit.AuditFinding;
import org.kartoteka.platform.api.audit.AuditFinding.Kind;
import org.kartoteka.platform.api.audit.AuditVerification;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/**
 * One verification of the log, seal after seal, in the caller's unit of work, which sees one moment
 * of the database. An entry whose values were erased has been sealed anew: its last seal holds.
 */
final class Verification {

  private static final int FINDINGS = 100;

  private final UnitOfWork unitOfWork;
  private final SealKey key;
  private final LastSeal lastSeal;
  private final List<AuditFinding> findings = new ArrayList<>();
  private long entries;
  private long seals;

  Verification(UnitOfWork unitOfWork, SealKey key, LastSeal lastSeal) {
    this.unitOfWork = unitOfWork;
    this.key = key;
    this.lastSeal = lastSeal;
  }

  AuditVerification run() {
    long madeHere = lastSeal.id();
    Map<Long, Long> lastSeals = sealedAnew();
    byte[] before = Seal.NONE;
    long number = 0;
    Instant sealedAt = null;
    for (Optional<Seal> next = after(0); next.isPresent(); next = after(number)) {
      Seal seal = next.get();
      if (seal.id() != number + 1) {
        find(Kind.SEAL_MISSING, null, number + 1);
        before = seal.previous();
      }
      check(seal, before, lastSeals);
      before = seal.hash();
      number = seal.id();
      sealedAt = seal.sealedAt();
      seals++;
    }
    if (number < madeHere) {
      find(Kind.SEAL_MISSING, null, madeHere);
    }
    slippedIn();
    resealed();
    return new AuditVerification(
        entries, seals, seals == 0 ? null : HexFormat.of().formatHex(before), sealedAt, findings);
  }

  private void check(Seal seal, byte[] before, Map<Long, Long> lastSeals) {
    if (!seal.fits(before)) {
      find(Kind.SEAL_BROKEN, null, seal.id());
      return;
    }
    if (!seal.key().equals(key.name())
        || !MessageDigest.isEqual(seal.mac(), key.mac(seal.hash()))) {
      find(Kind.SEAL_FOREIGN, null, seal.id());
    }
    Map<Long, SealedEntry> present =
        Sql.of(
                unitOfWork,
                "select " + SealedEntry.COLUMNS + " from security.audit_entry where id = any(?)",
                seal.entries())
            .list(SealedEntry::of)
            .stream()
            .collect(Collectors.toMap(SealedEntry::id, entry -> entry));
    for (int place = 0; place < seal.entries().size(); place++) {
      Long id = seal.entries().get(place);
      if (lastSeals.getOrDefault(id, seal.id()) == seal.id()) {
        check(seal, id, present.get(id), seal.leaf(place));
      }
    }
  }

  private void check(Seal seal, Long id, SealedEntry entry, byte[] leaf) {
    entries++;
    if (entry == null) {
      find(Kind.ENTRY_MISSING, id, seal.id());
    } else if (!MessageDigest.isEqual(entry.leaf(), leaf)) {
      find(Kind.ENTRY_CHANGED, id, seal.id());
    }
  }

  private Optional<Seal> after(long id) {
    return Sql.of(
            unitOfWork, "select * from security.audit_seal where id > ? order by id limit 1", id)
        .first(Seal::of);
  }

  /** Entries that were sealed more than once, with their last seal. */
  private Map<Long, Long> sealedAnew() {
    Map<Long, Long> last = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select entry, max(id) from (select id, unnest(entries) as entry from"
                + " security.audit_seal) s group by entry having count(*) > 1")
        .list(row -> last.put(row.getLong(1), row.getLong(2)));
    return last;
  }

  private void slippedIn() {
    Sql.of(
            unitOfWork,
            "select id from security.audit_entry e where not exists (select from (select"
                + " unnest(entries) as entry from security.audit_seal) s where s.entry = e.id) and not"
                + " exists (select from security.audit_unsealed u where u.entry_id = e.id) order by"
                + " id limit ?",
            FINDINGS)
        .list(row -> row.getLong(1))
        .forEach(id -> find(Kind.ENTRY_UNSEALED, id, null));
  }

  /** Sealed anew, or marked as erased, although no entry of an erasure names it. */
  private void resealed() {
    Sql.of(
            unitOfWork,
            "select entry from (select unnest(entries) as entry from security.audit_seal) s group by"
                + " entry having count(*) > 1 union select id from security.audit_entry where erased"
                + " except select named.id from security.audit_entry e, jsonb_array_elements(e.details)"
                + " d, lateral (select x::bigint as id from"
                + " unnest(string_to_array(d ->> 'after', ',')) x) named where e.act = 'ERASED' and d"
                + " ->> 'field' = 'entries' order by 1 limit ?",
            FINDINGS)
        .list(row -> row.getLong(1))
        .forEach(id -> find(Kind.ENTRY_RESEALED, id, null));
  }

  private void find(Kind kind, Long entry, Long seal) {
    if (findings.size() < FINDINGS) {
      findings.add(new AuditFinding(kind, entry, seal));
    }
  }
}
