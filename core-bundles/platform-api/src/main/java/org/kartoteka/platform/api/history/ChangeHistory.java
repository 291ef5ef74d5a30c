package org.kartoteka.platform.api.history;

import java.util.List;
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

  /**
   * The acts on one record, the latest first. The bundle that owns the record checks who may see
   * it.
   */
  Page<ChangeView> of(String recordType, String recordId, PageRequest request);
}
