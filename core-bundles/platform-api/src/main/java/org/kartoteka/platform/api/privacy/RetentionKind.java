package org.kartoteka.platform.api.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of data that may be kept for a time only, such as prospects without contact. How long an
 * administrator says; what is due is put on a list for people to review, and nothing is removed
 * unless somebody decides so. Registered as a service; while its bundle is away its rule rests.
 *
 * <p>The list is filled on a thread of the platform as user {@code system}, a page for each unit of
 * work; decisions run on the thread and as the user who decides, in one unit of work for a few
 * records, which an exception rolls back; the records are then tried one by one.
 */
@ConsumerType
public interface RetentionKind {

  /**
   * The durable name, such as {@code core.prospect}; its words are the texts {@code
   * privacy.retention.<name>} and, for what its age is counted from, {@code
   * privacy.retention.<name>.age}.
   */
  String name();

  /** The feature, such as {@code loyalty}. */
  String feature();

  /** The type of its records in references. */
  String recordType();

  /**
   * The records whose age is counted from before the instant, by id.
   *
   * @param after the last id of the page before; null for the first page
   */
  List<DueRecord> due(Instant before, Long after, int limit);

  /** The record, when it is due. */
  Optional<DueRecord> due(long id, Instant before);

  /** What the records are called; those that are gone are left out. */
  Map<Long, String> labels(Collection<Long> ids);

  /**
   * Erases the record.
   *
   * @param reason why, in the words of whoever decided
   * @throws org.kartoteka.platform.api.problem.Problem when the user may not
   */
  List<ErasedData> erase(long id, String reason);

  /**
   * Erases several records, as {@link #erase(long, String)} does; a kind that can do so faster than
   * one after the other says so here.
   *
   * @return in the order of the ids
   */
  default List<List<ErasedData>> erase(List<Long> ids, String reason) {
    return ids.stream().map(id -> erase(id, reason)).toList();
  }
}
