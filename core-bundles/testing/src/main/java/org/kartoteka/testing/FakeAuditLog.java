package org.kartoteka.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.audit.AuditQuery;
import org.kartoteka.platform.api.audit.AuditVerification;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;

/** An audit log in memory. */
public final class FakeAuditLog implements AuditLog {

  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  /** Everything that was recorded, oldest first. */
  public List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void record(AuditAct act, RecordRef record, List<FieldChange> details) {
    entries.add(
        new AuditEntry(
            entries.size() + 1L, act, record, "tester", Instant.EPOCH, null, details, false));
  }

  @Override
  public void read(Collection<RecordRef> records, String group) {
    records.forEach(
        record -> record(AuditAct.READ, record, List.of(new FieldChange(group, null, null))));
  }

  @Override
  public Page<AuditEntry> page(AuditQuery query, PageRequest request) {
    List<AuditEntry> latestFirst = new ArrayList<>(entries);
    Collections.reverse(latestFirst);
    return new Page<>(latestFirst, null);
  }

  @Override
  public AuditVerification verify() {
    return new AuditVerification(entries.size(), 0, null, null, List.of());
  }
}
