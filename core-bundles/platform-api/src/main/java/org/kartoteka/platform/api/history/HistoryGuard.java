package org.kartoteka.platform.api.history;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says who may read what the history tells of the records of a bundle. Asked whenever somebody
 * reads the history of a record, on the caller's thread and in his transaction; the history of
 * records that no present guard knows can be read with the permission {@code <type>.read}.
 */
@ConsumerType
public interface HistoryGuard {

  /** The types of records it knows. */
  Set<String> types();

  /**
   * Lets only those pass who may read the history of the record, which may be gone by now.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when the record is not for this user
   * @throws org.kartoteka.platform.api.problem.Forbidden when he lacks the permission
   */
  void requireReadable(String type, String id);
}
