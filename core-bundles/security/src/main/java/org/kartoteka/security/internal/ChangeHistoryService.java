package org.kartoteka.security.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.security.internal.audit.AuditEntries;
import org.kartoteka.security.internal.audit.FieldGuards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.MDC;

/** The change history: the audit log as a card shows it. */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class ChangeHistoryService implements ChangeHistory {

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final FieldGuards guards;
  private final HistoryGuards records;
  private final AuditEntries entries;

  @Activate
  public ChangeHistoryService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference FieldGuards guards,
      @Reference HistoryGuards records) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
    this.guards = guards;
    this.records = records;
    this.entries = new AuditEntries(unitOfWork);
  }

  @Override
  public void record(ChangeView.Kind kind, RecordRef record, List<FieldChange> changes) {
    if (kind == ChangeView.Kind.CHANGED && changes.isEmpty()) {
      return;
    }
    write(kind, Map.of(record, changes));
  }

  @Override
  public void record(ChangeView.Kind kind, Map<RecordRef, List<FieldChange>> changes) {
    Map<RecordRef, List<FieldChange>> real = new LinkedHashMap<>(changes);
    real.values().removeIf(fields -> kind == ChangeView.Kind.CHANGED && fields.isEmpty());
    if (!real.isEmpty()) {
      write(kind, real);
    }
  }

  private void write(ChangeView.Kind kind, Map<RecordRef, List<FieldChange>> changes) {
    unitOfWork.run(
        () ->
            entries.append(
                AuditAct.valueOf(kind.name()),
                changes,
                currentUser.user().orElse(User.SYSTEM).name(),
                clock.instant(),
                MDC.get("correlation")));
  }

  @Override
  public Page<ChangeView> of(String recordType, String recordId, PageRequest request) {
    records.requireReadable(recordType, recordId);
    return unitOfWork.read(() -> entries.changesOf(recordType, recordId, request)).map(this::view);
  }

  @Override
  public List<ChangeView> of(String recordType, Collection<String> recordIds, HistorySpan span) {
    List<String> readable =
        recordIds.stream().filter(id -> records.isReadable(recordType, id)).toList();
    return readable.isEmpty()
        ? List.of()
        : unitOfWork.read(() -> entries.changesOf(recordType, readable, span)).stream()
            .map(this::view)
            .toList();
  }

  private ChangeView view(AuditEntry entry) {
    return new ChangeView(
        entry.id(),
        entry.record(),
        ChangeView.Kind.valueOf(entry.act().name()),
        entry.actor(),
        entry.at(),
        entry.correlation(),
        guards.permitted(entry.record().type(), entry.details()));
  }
}
