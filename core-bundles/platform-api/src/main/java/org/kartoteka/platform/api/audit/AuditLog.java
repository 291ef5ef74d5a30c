package org.kartoteka.platform.api.audit;

import java.util.Collection;
import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The audit log: who did what, when, to which record. It is only ever appended; some seconds after
 * an entry was committed it is sealed, together with its neighbours and the seal before, so that
 * nobody can change, remove or slip in an entry afterwards without the verification finding it.
 *
 * <p>Changes of records come here by {@link org.kartoteka.platform.api.history.ChangeHistory},
 * which is a view of this log.
 */
@ProviderType
public interface AuditLog {

  /**
   * Records an act of the current user in the current transaction, or in one of its own. What is
   * refused after this rolls the entry back too: record a refusal in a transaction of its own.
   *
   * @param details what else is to be known; never a secret
   */
  void record(AuditAct act, RecordRef record, List<FieldChange> details);

  /**
   * Records that private data were handed to the current user: once in a while for each of the
   * records, not again and again for one who goes on working with them. The system itself reads
   * without trace.
   *
   * @param group which data, such as {@code privateData}
   */
  void read(Collection<RecordRef> records, String group);

  /** The entries, the latest first. Needs {@code security.audit.read}. */
  Page<AuditEntry> page(AuditQuery query, PageRequest request);

  /**
   * Seals what waits, then verifies all seals and entries. Needs {@code security.audit.read}. Takes
   * seconds for each million of entries.
   */
  AuditVerification verify();
}
