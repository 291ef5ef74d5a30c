package org.kartoteka.security.internal.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.audit.AuditQuery;
import org.kartoteka.platform.api.audit.AuditVerification;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The audit log over its table and its seals. */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class AuditLogService implements AuditLog {

  /** The right to read and verify the log. */
  public static final String READ = "security.audit.read";

  private static final Logger LOG = LoggerFactory.getLogger(AuditLogService.class);

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final Seals seals;
  private final FieldGuards guards;
  private final AuditEntries entries;
  private final RecentReads recentReads;

  @Activate
  public AuditLogService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference Seals seals,
      @Reference FieldGuards guards) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.currentUser = currentUser;
    this.clock = clock;
    this.seals = seals;
    this.guards = guards;
    this.entries = new AuditEntries(unitOfWork);
    this.recentReads = new RecentReads(clock);
  }

  @Override
  public void record(AuditAct act, RecordRef record, List<FieldChange> details) {
    append(act, Map.of(record, List.copyOf(details)));
  }

  @Override
  public void read(Collection<RecordRef> records, String group) {
    User reader = currentUser.user().orElse(User.SYSTEM);
    if (reader.id() == null) {
      return;
    }
    Map<RecordRef, List<FieldChange>> fresh = new LinkedHashMap<>();
    for (RecordRef record : records) {
      if (recentReads.isNew(reader.id(), record, group)) {
        fresh.put(record, List.of(new FieldChange(group, null, null)));
      }
    }
    if (!fresh.isEmpty()) {
      append(AuditAct.READ, fresh);
      unitOfWork.afterCommit(
          () -> fresh.keySet().forEach(record -> recentReads.remember(reader.id(), record, group)));
    }
  }

  private void append(AuditAct act, Map<RecordRef, List<FieldChange>> records) {
    unitOfWork.run(
        () ->
            entries.append(
                act,
                records,
                currentUser.user().orElse(User.SYSTEM).name(),
                clock.instant(),
                MDC.get("correlation")));
  }

  @Override
  public Page<AuditEntry> page(AuditQuery query, PageRequest request) {
    access.require(READ);
    return unitOfWork.read(() -> entries.page(query, request)).map(this::permitted);
  }

  private AuditEntry permitted(AuditEntry entry) {
    return new AuditEntry(
        entry.id(),
        entry.act(),
        entry.record(),
        entry.actor(),
        entry.at(),
        entry.correlation(),
        entry.act() == AuditAct.READ
            ? entry.details()
            : guards.permitted(entry.record().type(), entry.details()),
        entry.erased());
  }

  @Override
  public AuditVerification verify() {
    access.require(READ);
    seals.sealAll();
    AuditVerification found =
        unitOfWork.callSeparately(
            () -> {
              Sql.of(unitOfWork, "set transaction isolation level repeatable read").update();
              return new Verification(unitOfWork, seals.key(), seals.lastSeal()).run();
            });
    if (!found.intact()) {
      LOG.error("the audit log was tampered with: {}", found.findings());
    }
    record(
        AuditAct.VERIFIED,
        new RecordRef("audit", String.valueOf(found.lastSeal()), ""),
        List.of(
            new FieldChange("entries", null, Long.toString(found.entries())),
            new FieldChange("findings", null, Integer.toString(found.findings().size()))));
    return found;
  }
}
