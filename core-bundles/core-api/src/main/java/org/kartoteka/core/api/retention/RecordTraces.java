package org.kartoteka.core.api.retention;

import java.util.List;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is remembered of records beside them: the values in their history, their events, remembered
 * answers, files. For kinds of data that erase what their rule lets go.
 */
@ProviderType
public interface RecordTraces {

  /**
   * Erases it in the current transaction; who did what when stays in the history.
   *
   * @param records one at least
   * @return what was erased where; what held nothing is not told
   */
  List<ErasedData> erase(List<RecordRef> records);
}
