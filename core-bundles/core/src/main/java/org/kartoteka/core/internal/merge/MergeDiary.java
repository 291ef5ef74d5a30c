package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.event.PersonChanged;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.domain.PersonRules;
import org.kartoteka.core.internal.merge.CoreMemo.Part;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down on every card what a merge, or its undoing, did to it. */
@Component(service = MergeDiary.class)
public class MergeDiary {

  private static final String PARTY = "partyId";

  private final UnitOfWork unitOfWork;
  private final ChangeHistory history;
  private final Journal journal;

  @Activate
  public MergeDiary(
      @Reference UnitOfWork unitOfWork,
      @Reference ChangeHistory history,
      @Reference Journal journal) {
    this.unitOfWork = unitOfWork;
    this.history = history;
    this.journal = journal;
  }

  /** Something happened that others may want to know. */
  void happened(DomainEvent event) {
    journal.append(event);
  }

  /** Cards became one. */
  void merged(MergeCards cards, List<Part> parts) {
    Card survivor = cards.survivor();
    for (int i = 0; i < parts.size(); i++) {
      Card card = cards.others().get(i);
      changed(survivor, new FieldChange("mergedFrom", null, called(card)));
      changed(card, new FieldChange("mergedInto", null, called(survivor)));
      moved(parts.get(i), card, survivor, parts.get(i).persons());
    }
  }

  /** A card stands alone again. */
  void parted(Card survivor, Card card, Part part) {
    changed(survivor, new FieldChange("mergedFrom", called(card), null));
    changed(card, new FieldChange("mergedInto", called(survivor), null));
    moved(part, survivor, card, part.persons());
  }

  /** A person became part of another one. */
  void merged(Person survivor, Person person, PersonMemo.Part part) {
    changed(reference(survivor), new FieldChange("mergedFrom", null, person.fullName()));
    changed(reference(person), new FieldChange("mergedInto", null, survivor.fullName()));
    moved(part.notes(), person, survivor);
  }

  /** A person stands alone again. */
  void parted(Person survivor, Person person, PersonMemo.Part part) {
    changed(reference(survivor), new FieldChange("mergedFrom", person.fullName(), null));
    changed(reference(person), new FieldChange("mergedInto", survivor.fullName(), null));
    moved(part.notes(), survivor, person);
  }

  private void moved(List<Long> notes, Person from, Person to) {
    List<FieldChange> change = List.of(new FieldChange("personId", from.fullName(), to.fullName()));
    Map<RecordRef, List<FieldChange>> changes = new LinkedHashMap<>();
    Sql.of(
            unitOfWork,
            "select id, left(text, 60) from core.note"
                + " where id = any(?::bigint[]) and person_id = ? order by id",
            notes,
            to.id())
        .list(
            row ->
                changes.put(
                    RecordRef.of(Notebook.TYPE, new NoteId(row.getLong(1)), row.getString(2)),
                    change));
    history.record(ChangeView.Kind.CHANGED, changes);
  }

  private void changed(RecordRef record, FieldChange change) {
    history.record(ChangeView.Kind.CHANGED, record, List.of(change));
  }

  private static RecordRef reference(Person person) {
    return RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName());
  }

  private void changed(Card card, FieldChange change) {
    changed(card.reference(), change);
  }

  private void moved(Part part, Card from, Card to, List<Long> persons) {
    Map<RecordRef, List<FieldChange>> changes = new LinkedHashMap<>();
    List<FieldChange> change = List.of(new FieldChange(PARTY, called(from), called(to)));
    PartyId party = to.party().id();
    Sql.of(
            unitOfWork,
            "select id, first_name, last_name from core.person"
                + " where id = any(?::bigint[]) and party_id = ? order by id",
            persons,
            party)
        .list(
            row -> {
              PersonId person = new PersonId(row.getLong(1));
              String name = PersonRules.fullName(row.getString(2), row.getString(3));
              changes.put(RecordRef.of(PersonDirectory.TYPE, person, name), change);
              journal.append(new PersonChanged(person, party, List.of(PARTY)));
              return person;
            });
    List<Long> notes = new ArrayList<>(part.notes());
    notes.addAll(part.personNotes());
    Sql.of(
            unitOfWork,
            "select id, left(text, 60) from core.note"
                + " where id = any(?::bigint[]) and party_id = ? order by id",
            notes,
            party)
        .list(
            row ->
                changes.put(
                    RecordRef.of(Notebook.TYPE, new NoteId(row.getLong(1)), row.getString(2)),
                    change));
    history.record(ChangeView.Kind.CHANGED, changes);
  }

  private static String called(Card card) {
    return card.party().number() + " " + card.party().name();
  }
}
