package org.kartoteka.core.api.merge;

import java.util.List;
import org.kartoteka.core.api.person.PersonId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Two persons of a party became one: moves the records of its feature along. Registered as a
 * service by every feature that keeps records of persons; what {@link PartyMergeParticipant} says
 * of transactions, exceptions and features that are stopped holds here too.
 */
@ConsumerType
public interface PersonMergeParticipant {

  /** The durable name, usually that of the feature; never changed. */
  String name();

  /** What it would move if the person became part of another. */
  List<MovedRecords> count(PersonId person);

  /**
   * Moves everything that belongs to the one person to the survivor. Where both have what a person
   * can have only once, the survivor's is kept and the other's must be put aside, not deleted.
   */
  MergeMove merge(PersonId survivor, PersonId merged);

  /**
   * Puts back what {@link #merge} moved. Records that were removed since stay removed, changes
   * since are kept.
   *
   * @param memo what {@link #merge} wrote down
   * @return what could not be put back as it was
   */
  List<MergeRemark> undo(PersonId survivor, PersonId merged, String memo);
}
