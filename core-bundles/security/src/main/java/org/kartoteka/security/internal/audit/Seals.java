package org.kartoteka.security.internal.audit;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seals the committed entries, a block in one transaction, whoever asks for it. */
@Component(
    service = Seals.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class Seals {

  /** Only one seals at a time, so that the seals are one chain. */
  private static final long SEALING = 7_270_030L;

  static final int BLOCK = 5000;

  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final SealKey key;
  private final LastSeal lastSeal;

  @Activate
  public Seals(
      @Reference UnitOfWork unitOfWork,
      @Reference Clock clock,
      @Reference Installation installation) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.key = SealKey.of(installation);
    this.lastSeal = new LastSeal(installation);
  }

  /** Seals all that waits. */
  void sealAll() {
    while (unitOfWork.callSeparately(this::sealBlock) == BLOCK) {
      // Goes on with the next block.
    }
  }

  LastSeal lastSeal() {
    return lastSeal;
  }

  SealKey key() {
    return key;
  }

  private int sealBlock() {
    Sql.of(unitOfWork, "select pg_advisory_xact_lock(?)", SEALING).list(row -> null);
    List<Long> waiting =
        Sql.of(
                unitOfWork,
                "delete from security.audit_unsealed where ctid = any(array(select ctid from"
                    + " security.audit_unsealed limit ?)) returning entry_id",
                BLOCK)
            .list(row -> row.getLong(1));
    if (waiting.isEmpty()) {
      return 0;
    }
    List<SealedEntry> entries =
        Sql.of(
                unitOfWork,
                "select "
                    + SealedEntry.COLUMNS
                    + " from security.audit_entry where id = any(?) order by id",
                waiting)
            .list(SealedEntry::of);
    Optional<Seal> last = last();
    ByteArrayOutputStream leaves = new ByteArrayOutputStream(entries.size() * SealedEntry.LEAF);
    entries.forEach(entry -> leaves.writeBytes(entry.leaf()));
    Seal seal =
        Seal.of(
            last.map(Seal::id).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            entries.stream().map(SealedEntry::id).toList(),
            leaves.toByteArray(),
            last.map(Seal::hash).orElse(Seal.NONE),
            key);
    write(seal);
    unitOfWork.afterCommit(() -> lastSeal.remember(seal.id()));
    return waiting.size();
  }

  Optional<Seal> last() {
    return Sql.of(unitOfWork, "select * from security.audit_seal order by id desc limit 1")
        .first(Seal::of);
  }

  private void write(Seal seal) {
    Sql.of(
            unitOfWork,
            "insert into security.audit_seal (id, sealed_at, entries, leaves, previous, hash, key,"
                + " mac) values (?, ?, ?, ?, ?, ?, ?, ?)",
            seal.id(),
            seal.sealedAt(),
            seal.entries(),
            seal.leaves(),
            seal.previous(),
            seal.hash(),
            seal.key(),
            seal.mac())
        .update();
  }
}
