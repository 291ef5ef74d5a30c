package org.kartoteka.platform.api.privacy;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A bundle that holds personal data and has more to do with them than its declaration {@code
 * db/<schema>/personal-data.json} says, which is also read while the bundle is stopped. Registered
 * as a service; called on the thread of whoever asks, as that user, who has the right to it.
 */
@ConsumerType
public interface PersonalDataHolder {

  /** The feature, such as {@code loyalty}. */
  String feature();

  /** What it holds of the person, for the access register and the export; in a unit of work. */
  List<PersonalDatum> describe(DataSubject subject);

  /**
   * Erases what it holds, or makes it anonymous, in the current transaction, without events and
   * history. A preview calls it too and rolls back: nothing outside of the transaction may be
   * changed before it has been committed. An exception refuses the whole erasure.
   */
  List<ErasedData> erase(DataSubject subject);
}
