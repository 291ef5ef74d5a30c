package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MergedParty;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.PartyMergeParticipant;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.merge.MergeRows.Kept;
import org.kartoteka.core.internal.merge.MergeRows.Missed;
import org.kartoteka.core.internal.merge.MergeRows.Part;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who move their records along, and what each of them has missed while it was away. */
@Component(service = MergeParticipants.class)
public class MergeParticipants {

  private static final Logger LOG = LoggerFactory.getLogger(MergeParticipants.class);

  private final MergeRows rows;
  private final List<PartyMergeParticipant> participants = new CopyOnWriteArrayList<>();

  @Activate
  public MergeParticipants(@Reference MergeRows rows) {
    this.rows = rows;
  }

  /** A participant arrives. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = PartyMergeParticipant.class)
  public void bindParticipant(PartyMergeParticipant participant) {
    participants.add(participant);
  }

  /** A participant leaves. */
  public void unbindParticipant(PartyMergeParticipant participant) {
    participants.remove(participant);
  }

  /** Those who are there. */
  List<PartyMergeParticipant> present() {
    return List.copyOf(participants);
  }

  /** The names of those who were there once and are not now. */
  List<String> absent() {
    List<String> absent = new ArrayList<>(rows.participants());
    participants.forEach(participant -> absent.remove(participant.name()));
    return absent;
  }

  /** What they would move; a participant that fails is left out. */
  List<MovedRecords> count(PartyId party) {
    List<MovedRecords> counts = new ArrayList<>();
    for (PartyMergeParticipant participant : participants) {
      try {
        counts.addAll(participant.count(party));
      } catch (RuntimeException failure) {
        LOG.warn("The participant {} cannot count its records", participant.name(), failure);
      }
    }
    return counts;
  }

  /** Lets all move their records; those who were away do first what they have missed. */
  void merge(MergeId id, PartyId survivor, List<MergedParty> merged) {
    for (PartyMergeParticipant participant : participants) {
      catchUp(participant, id);
      merge(participant, id, survivor, merged);
      rows.followed(participant.name());
    }
  }

  private void merge(
      PartyMergeParticipant participant, MergeId id, PartyId survivor, List<MergedParty> merged) {
    for (MergedParty party : merged) {
      MergeMove move = participant.merge(survivor, party.id());
      rows.moved(id, participant.name(), party.id(), move);
    }
  }

  /** Lets all put back their records; those who were away do first what they have missed. */
  List<MergeRemark> undo(Kept merge) {
    List<MergeRemark> remarks = new ArrayList<>();
    for (PartyMergeParticipant participant : participants) {
      catchUp(participant, null);
      remarks.addAll(undo(participant, merge));
    }
    return remarks;
  }

  private List<MergeRemark> undo(PartyMergeParticipant participant, Kept merge) {
    List<MergeRemark> remarks = new ArrayList<>();
    for (Part part : rows.standing(merge.id(), participant.name())) {
      remarks.addAll(participant.undo(merge.survivor(), part.party(), part.memo()));
    }
    rows.putBack(merge.id(), participant.name());
    return remarks;
  }

  /**
   * Lets a participant do what it has missed.
   *
   * @param except the merge that is being made; may be null
   */
  void catchUp(PartyMergeParticipant participant, MergeId except) {
    for (Missed missed : rows.missed(participant.name())) {
      if (!missed.merge().equals(except)) {
        follow(participant, missed);
      }
    }
    rows.followed(participant.name());
  }

  private void follow(PartyMergeParticipant participant, Missed missed) {
    Kept merge = rows.find(missed.merge()).orElseThrow();
    if (missed.undo()) {
      rows.remarked(merge.id(), undo(participant, merge));
    } else {
      merge(participant, merge.id(), merge.survivor(), merge.merged());
    }
  }
}
