package org.kartoteka.platform.api.history;

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
   * The acts on one record, the latest first, without the fields that the current user has no right
   * to (see {@link FieldGuard}). The bundle that owns the record checks who may see it.
   */
  Page<ChangeView> of(String recordType, String recordId, PageRequest request);
}
