package org.kartoteka.core.api.handover;

import java.util.List;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Records of one kind that users own, so that they take part in hand-overs. Registered as a service
 * by every feature that keeps records with an owner.
 *
 * <p>Called by the core on threads of its own or of the caller, as the user who hands over (his
 * right to do so was asked for), within a transaction; an exception undoes the present batch, is
 * logged, and the call comes again. While the feature is stopped a hand-over takes place without
 * it; when it is back the core calls what was missed, in the order of the hand-overs.
 */
@ConsumerType
public interface OwnedRecords {

  /**
   * The durable name of the kind, such as {@code competitors.strategy-change}; never changed. The
   * text {@code handover.records.<kind>} says it for any number of records.
   */
  String kind();

  /** How many of them belong to the user. */
  long count(UserId owner);

  /**
   * The ids of those that belong to the user, ascending.
   *
   * @param after only greater ones
   */
  List<Long> owned(UserId owner, long after, int limit);

  /**
   * Gives records to another owner and writes that into their history. Those that do not belong to
   * the one any more, or are gone, are left alone. Undoing a hand-over is a giving back.
   *
   * @return those that were given
   */
  List<Long> give(List<Long> records, UserId from, UserId to);
}
