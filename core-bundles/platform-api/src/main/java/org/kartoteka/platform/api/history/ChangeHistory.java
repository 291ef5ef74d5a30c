package org.kartoteka.platform.api.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.annotation.versioning.ProviderType;

/** Who changed what, when, from what to what (ALF-26). */
@ProviderType
public interface ChangeHistory {

  /**
   * Records an act of the current user in the current transaction. A change without changed fields
   * is not recorded.
   */
  void record(ChangeView.Kind kind, RecordRef record, List<FieldChange> changes);

  /** Records an act of one kind on each of many records, in their order. */
  default void record(ChangeView.Kind kind, Map<RecordRef, List<FieldChange>> changes) {
    changes.forEach((record, fields) -> record(kind, record, fields));
  }

  /**
   * The acts on one record, the latest first, as far as the current user may know of them: see
   * {@link HistoryGuard} and {@link FieldGuard}.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when the record is not for this user
   * @throws org.kartoteka.platform.api.problem.Forbidden when he lacks the permission
   */
  Page<ChangeView> of(String recordType, String recordId, PageRequest request);

  /**
   * The acts on several records of a type, the latest first; records that the current user may not
   * know of are left out.
   */
  List<ChangeView> of(String recordType, Collection<String> recordIds, HistorySpan span);
}
