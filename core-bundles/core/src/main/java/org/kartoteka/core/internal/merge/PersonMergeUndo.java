package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.event.PersonMergeUndone;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.merge.FieldMerge.Parted;
import org.kartoteka.core.internal.merge.MergeRows.Kept;
import org.kartoteka.core.internal.merge.PersonMemo.Part;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a merge of persons back, within a unit of work of the caller, who merges alone. */
@Component(service = PersonMergeUndo.class)
public class PersonMergeUndo {

  private final CoreRecords entities;
  private final PartyRecords parties;
  private final PersonRecords persons;
  private final PersonBelongings belongings;
  private final Superiors superiors;
  private final MergeRows rows;
  private final MergeParticipants participants;
  private final MergeDiary diary;
  private final Acts acts;

  @Activate
  public PersonMergeUndo(
      @Reference CoreRecords entities,
      @Reference PartyRecords parties,
      @Reference PersonRecords persons,
      @Reference PersonBelongings belongings,
      @Reference Superiors superiors,
      @Reference MergeRows rows,
      @Reference MergeParticipants participants,
      @Reference MergeDiary diary,
      @Reference Acts acts) {
    this.entities = entities;
    this.parties = parties;
    this.persons = persons;
    this.belongings = belongings;
    this.superiors = superiors;
    this.rows = rows;
    this.participants = participants;
    this.diary = diary;
    this.acts = acts;
  }

  void undo(Kept merge) {
    Person survivor = entities.find(Person.class, new PersonId(merge.survivorId()));
    if (survivor == null) {
      throw new NotFound(PersonDirectory.TYPE, merge.survivorId());
    }
    undo(parties.hold(survivor.party()), merge);
  }

  /** Undoes it, whose party is held; says what could not be put back as it was. */
  private List<MergeRemark> undo(Card card, Kept merge) {
    PersonMemo memo = merge.memo(PersonMemo.class);
    Map<Long, Person> people = held(merge);
    Person survivor = people.get(merge.survivorId());
    Act act = acts.now();
    List<MergeRemark> remarks = new ArrayList<>(participants.undo(merge));
    memo.parts().forEach(part -> people.get(part.person()).standAlone(act));
    entities.write();
    for (int i = memo.parts().size() - 1; i >= 0; i--) {
      belongings.moveBack(memo.parts().get(i), survivor.id());
    }
    survivor.takeOver(belongings.formerly(survivor.id()), act);
    entities.reload(
        Person.class, memo.parts().stream().map(Part::people).flatMap(List::stream).toList());
    remarks.addAll(fields(card, survivor, memo));
    for (Part part : memo.parts()) {
      diary.parted(survivor, people.get(part.person()), part);
    }
    rows.undone(merge.id(), remarks, act);
    for (Kept later : rows.later(merge)) {
      rows.rewrite(later.id(), later.memo(PersonMemo.class).without(memo));
    }
    diary.happened(
        new PersonMergeUndone(
            merge.id(),
            card.party().id(),
            survivor.id(),
            merge.mergedIds().stream().map(PersonId::new).toList()));
    return remarks;
  }

  private Map<Long, Person> held(Kept merge) {
    TreeSet<Long> ids = new TreeSet<>(merge.mergedIds());
    ids.add(merge.survivorId());
    Map<Long, Person> people = new LinkedHashMap<>();
    for (long id : ids) {
      people.put(id, entities.require(Person.class, new PersonId(id), PersonDirectory.TYPE));
    }
    Person survivor = people.get(merge.survivorId());
    if (survivor.mergedInto() != null) {
      Person into = entities.find(Person.class, survivor.mergedInto());
      throw new Refused("problem.merge.survivor-merged", survivor.fullName(), into.fullName());
    }
    return people;
  }

  private List<MergeRemark> fields(Card card, Person survivor, PersonMemo memo) {
    List<MergeRemark> remarks = new ArrayList<>();
    Parted parted =
        FieldMerge.parted(
            FieldTree.kept(memo.before()),
            FieldTree.kept(memo.after()),
            PersonFields.bare(survivor));
    persons.change(card, survivor, PersonFields.data(survivor, parted.fields()));
    parted.kept().forEach(field -> remarks.add(kept(survivor, field)));
    Long now = PersonFields.number(survivor.chosenSuperior());
    Long before = memo.superiorBefore();
    Long after = memo.superiorAfter();
    if (!same(before, after) && same(after, now)) {
      persons.choose(card, survivor, before == null ? null : new PersonId(before));
    } else if (!same(before, after) && !same(before, now)) {
      remarks.add(kept(survivor, PersonFields.SUPERIOR));
    }
    remarks.addAll(superiors.settle(card, List.of(), null));
    entities.write();
    return remarks;
  }

  private static boolean same(Long one, Long other) {
    return one == null ? other == null : one.equals(other);
  }

  private static MergeRemark kept(Person person, String field) {
    return new MergeRemark(
        reference(person), "merge.remark.kept", List.of(person.fullName(), "person." + field));
  }

  private static RecordRef reference(Person person) {
    return RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName());
  }

  /**
   * Undoes the merges by which persons who leave the party and persons who stay have become one,
   * before they leave.
   *
   * @param card the party they leave, which is held
   * @return that they are two again, and what could not be put back
   */
  List<MergeRemark> separate(Card card, List<Long> leaving) {
    List<MergeRemark> remarks = new ArrayList<>();
    for (Kept merge : across(new HashSet<>(leaving))) {
      List<MergeRemark> own = undo(card, merge);
      String others =
          merge.merged().stream().map(RecordRef::label).collect(Collectors.joining(", "));
      remarks.add(
          new MergeRemark(
              merge.survivor(), "merge.remark.persons", List.of(merge.survivor().label(), others)));
      remarks.addAll(own);
    }
    return remarks;
  }

  /** The merges to be undone, the latest first: also those whose survivor is undone before. */
  private List<Kept> across(Set<Long> leaving) {
    TreeMap<Long, Kept> found = new TreeMap<>();
    rows.standing(PersonDirectory.TYPE, leaving).stream()
        .filter(merge -> !together(merge, leaving))
        .forEach(merge -> found.put(merge.id().value(), merge));
    List<Kept> fresh = List.copyOf(found.values());
    while (!fresh.isEmpty()) {
      List<Long> survivors = fresh.stream().map(Kept::survivorId).toList();
      fresh =
          rows.standing(PersonDirectory.TYPE, survivors).stream()
              .filter(merge -> merge.mergedIds().stream().anyMatch(survivors::contains))
              .filter(merge -> found.putIfAbsent(merge.id().value(), merge) == null)
              .toList();
    }
    return List.copyOf(found.descendingMap().values());
  }

  private static boolean together(Kept merge, Set<Long> leaving) {
    boolean survivor = leaving.contains(merge.survivorId());
    return merge.mergedIds().stream().allMatch(person -> leaving.contains(person) == survivor);
  }
}
