package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.PartyMergeParticipant;
import org.kartoteka.core.api.merge.PersonMergeParticipant;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
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
  private final List<Follower> followers = new CopyOnWriteArrayList<>();

  @Activate
  public MergeParticipants(@Reference MergeRows rows) {
    this.rows = rows;
  }

  /** Moves the records of a feature. */
  @FunctionalInterface
  private interface Moving {
    MergeMove merge(long survivor, long merged);
  }

  /** Puts the records of a feature back. */
  @FunctionalInterface
  private interface PuttingBack {
    List<MergeRemark> undo(long survivor, long merged, String memo);
  }

  /**
   * A participant in merges of one type of cards.
   *
   * @param service the participant itself
   */
  record Follower(
      Object service,
      String type,
      String name,
      LongFunction<List<MovedRecords>> counting,
      Moving moving,
      PuttingBack puttingBack) {}

  /** A participant in merges of parties arrives. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = PartyMergeParticipant.class)
  public void bindParticipant(PartyMergeParticipant participant) {
    followers.add(
        new Follower(
            participant,
            PartyRegister.TYPE,
            participant.name(),
            party -> participant.count(new PartyId(party)),
            (survivor, party) -> participant.merge(new PartyId(survivor), new PartyId(party)),
            (survivor, party, memo) ->
                participant.undo(new PartyId(survivor), new PartyId(party), memo)));
  }

  /** A participant leaves. */
  public void unbindParticipant(PartyMergeParticipant participant) {
    leaves(participant);
  }

  /** A participant in merges of persons arrives. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = PersonMergeParticipant.class)
  public void bindPersonParticipant(PersonMergeParticipant participant) {
    followers.add(
        new Follower(
            participant,
            PersonDirectory.TYPE,
            participant.name(),
            person -> participant.count(new PersonId(person)),
            (survivor, person) -> participant.merge(new PersonId(survivor), new PersonId(person)),
            (survivor, person, memo) ->
                participant.undo(new PersonId(survivor), new PersonId(person), memo)));
  }

  /** A participant leaves. */
  public void unbindPersonParticipant(PersonMergeParticipant participant) {
    leaves(participant);
  }

  private void leaves(Object participant) {
    followers.removeIf(follower -> follower.service() == participant);
  }

  /** Those who are there. */
  List<Follower> present() {
    return List.copyOf(followers);
  }

  private List<Follower> present(String type) {
    return followers.stream().filter(follower -> follower.type().equals(type)).toList();
  }

  /** The names of those who were there once and are not now. */
  List<String> absent(String type) {
    List<String> absent = new ArrayList<>(rows.participants(type));
    present(type).forEach(follower -> absent.remove(follower.name()));
    return absent;
  }

  /** What they would move; a participant that fails is left out. */
  List<MovedRecords> count(String type, long card) {
    List<MovedRecords> counts = new ArrayList<>();
    for (Follower follower : present(type)) {
      try {
        counts.addAll(follower.counting().apply(card));
      } catch (RuntimeException failure) {
        LOG.warn("The participant {} cannot count its records", follower.name(), failure);
      }
    }
    return counts;
  }

  /** Lets all move their records; those who were away do first what they have missed. */
  void merge(Kept merge) {
    for (Follower follower : present(merge.type())) {
      catchUp(follower, merge.id());
      merge(follower, merge);
      rows.followed(follower.type(), follower.name());
    }
  }

  private void merge(Follower follower, Kept merge) {
    for (long card : merge.mergedIds()) {
      MergeMove move = follower.moving().merge(merge.survivorId(), card);
      rows.moved(merge.id(), follower.name(), card, move);
    }
  }

  /** Lets all put back their records; those who were away do first what they have missed. */
  List<MergeRemark> undo(Kept merge) {
    List<MergeRemark> remarks = new ArrayList<>();
    for (Follower follower : present(merge.type())) {
      catchUp(follower, null);
      remarks.addAll(undo(follower, merge));
    }
    return remarks;
  }

  private List<MergeRemark> undo(Follower follower, Kept merge) {
    List<MergeRemark> remarks = new ArrayList<>();
    for (Part part : rows.standing(merge.id(), follower.name())) {
      remarks.addAll(follower.puttingBack().undo(merge.survivorId(), part.card(), part.memo()));
    }
    rows.putBack(merge.id(), follower.name());
    return remarks;
  }

  /**
   * Lets a participant do what it has missed.
   *
   * @param except the merge that is being made; may be null
   */
  void catchUp(Follower follower, MergeId except) {
    for (Missed missed : rows.missed(follower.type(), follower.name())) {
      if (!missed.merge().equals(except)) {
        follow(follower, missed);
      }
    }
    rows.followed(follower.type(), follower.name());
  }

  private void follow(Follower follower, Missed missed) {
    Kept merge = rows.find(missed.merge()).orElseThrow();
    if (missed.undo()) {
      rows.remarked(merge.id(), undo(follower, merge));
    } else {
      merge(follower, merge);
    }
  }
}
