package org.kartoteka.core.api.merge;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Two parties became one: moves the records of its feature along. Registered as a service by every
 * feature that keeps records of parties.
 *
 * <p>{@link #merge} and {@link #undo} run in the transaction of the merge, on the thread and with
 * the rights of who merges; an exception undoes the whole. While its feature is stopped, a merge
 * takes place without it: the card that became part of another stays, so that no foreign key
 * breaks. When the feature is back, the core calls what was missed, each in a transaction of its
 * own, as the system, in the order in which it happened; an exception is then logged and the call
 * comes again later.
 */
@ConsumerType
public interface PartyMergeParticipant {

  /** The durable name, usually that of the feature; never changed. */
  String name();

  /** What it would move if the party became part of another. */
  List<MovedRecords> count(PartyId party);

  /**
   * Moves everything that belongs to the one party to the survivor. Where both have what a party
   * can have only once, the survivor's is kept and the other's must be put aside, not deleted.
   */
  MergeMove merge(PartyId survivor, PartyId merged);

  /**
   * Puts back what {@link #merge} moved. Records that were removed since stay removed, changes
   * since are kept.
   *
   * @param memo what {@link #merge} wrote down
   * @return what could not be put back as it was
   */
  List<MergeRemark> undo(PartyId survivor, PartyId merged, String memo);
}
