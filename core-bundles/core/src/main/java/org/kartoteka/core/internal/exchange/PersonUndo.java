package org.kartoteka.core.internal.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.note.NoteRecords;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes rows of persons back, as {@link PartyUndo} does those of parties. */
@Component(service = PersonUndo.class)
public class PersonUndo {

  private final UnitOfWork unitOfWork;
  private final CoreRecords entities;
  private final PartyRecords parties;
  private final PersonRecords persons;
  private final NoteRecords notes;

  @Activate
  public PersonUndo(
      @Reference UnitOfWork unitOfWork,
      @Reference CoreRecords entities,
      @Reference PartyRecords parties,
      @Reference PersonRecords persons,
      @Reference NoteRecords notes) {
    this.unitOfWork = unitOfWork;
    this.entities = entities;
    this.parties = parties;
    this.persons = persons;
    this.notes = notes;
  }

  /** All that is said of a person. */
  static PersonData state(Person person) {
    return person.toView("", true, true).data();
  }

  /** Takes rows back, the first one first. */
  List<UndoOutcome> undo(List<ImportedRow> rows) {
    return parties.together(() -> undone(rows));
  }

  private List<UndoOutcome> undone(List<ImportedRow> rows) {
    List<PersonId> ids =
        rows.stream().map(row -> new PersonId(Long.parseLong(row.recordId()))).toList();
    HeldPersons held = HeldPersons.of(entities, parties, ids);
    List<UndoOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Person person = held.person(ids.get(i));
      if (person == null) {
        outcomes.add(UndoOutcome.kept(List.of(FieldError.of("", "undoGone"))));
      } else {
        UndoOutcome outcome = undo(rows.get(i), held.card(person), person);
        if (outcome.kind() == UndoOutcome.Kind.REMOVED) {
          held.forget(person);
        }
        outcomes.add(outcome);
      }
    }
    parties.write(null);
    return outcomes;
  }

  private UndoOutcome undo(ImportedRow row, Card card, Person person) {
    Trace trace = Trace.of(row.trace());
    List<FieldError> reasons = new ArrayList<>();
    boolean noteGone = false;
    if (trace.note() != null) {
      FieldError kept = RowNote.takeAway(trace, notes);
      noteGone = kept == null;
      if (kept != null) {
        reasons.add(kept);
      }
    }
    if (row.outcome() == RowOutcome.Kind.CREATED) {
      FieldError kept =
          row.edited().isEmpty()
              ? removed(card, person, trace.hash())
              : FieldError.of("", "undoChanged");
      if (kept == null) {
        return UndoOutcome.removed();
      }
      reasons.add(kept);
      return UndoOutcome.kept(reasons);
    }
    boolean restored =
        trace.after() != null && restored(card, person, trace, reasons, row.edited());
    if (reasons.isEmpty()) {
      return UndoOutcome.restored();
    }
    return restored || noteGone ? UndoOutcome.partly(reasons) : UndoOutcome.kept(reasons);
  }

  /** Removes the person that a row of parties added; why it stays, or null. */
  FieldError takeAway(Card card, Trace trace) {
    Person person = entities.lock(Person.class, new PersonId(trace.person()));
    if (person == null || !person.party().equals(card.party().id())) {
      return null;
    }
    FieldError kept = removed(card, person, trace.personHash());
    return kept == null ? null : FieldError.of("contact", kept.code());
  }

  private FieldError removed(Card card, Person person, String hash) {
    if (!Objects.equals(hash, Trace.hash(state(person)))) {
      return FieldError.of("", "undoChanged");
    }
    parties.write(null);
    boolean used =
        Sql.of(
                    unitOfWork,
                    """
                    select (exists (select 1 from core.note where person_id = ?)
                            or exists (select 1 from core.person where superior_id = ?)
                            or exists (select 1 from core.person where merged_into = ?))::int
                    """,
                    person.id(),
                    person.id(),
                    person.id())
                .number()
            > 0;
    if (used) {
      return FieldError.of("", "undoUsed");
    }
    persons.remove(card, person);
    return null;
  }

  private boolean restored(
      Card card, Person person, Trace trace, List<FieldError> reasons, Set<String> fields) {
    PersonData present = state(person);
    ObjectNode tree = Trace.tree(present);
    List<String> edited = Restoring.parts(tree, trace, !fields.isEmpty());
    PersonData wanted = Trace.value(tree, PersonData.class);
    if (!edited.isEmpty()) {
      wanted = fieldByField(wanted, tree, trace, edited, reasons, fields);
    }
    if (wanted.equals(present)) {
      return false;
    }
    try {
      persons.change(card, person, wanted);
      return true;
    } catch (InvalidInput invalid) {
      reasons.addAll(invalid.errors());
      return false;
    }
  }

  private static PersonData fieldByField(
      PersonData present,
      ObjectNode tree,
      Trace trace,
      List<String> edited,
      List<FieldError> reasons,
      Set<String> fields) {
    Map<String, String> was = cells(Restoring.with(tree, trace.before(), edited));
    Map<String, String> became = cells(Restoring.with(tree, trace.after(), edited));
    Map<String, String> is = PersonCells.of(present);
    Map<String, String> back = new LinkedHashMap<>();
    for (FieldChange change : PartyBatch.changes(was, became)) {
      String field = change.field();
      if (!fields.contains(field) && Objects.equals(is.get(field), change.after())) {
        back.put(field, change.before() == null ? "" : change.before());
      } else {
        reasons.add(FieldError.of(field, "undoEdited"));
      }
    }
    return back.isEmpty() ? present : new PersonRow(back, present).data();
  }

  private static Map<String, String> cells(ObjectNode tree) {
    return PersonCells.of(Trace.value(tree, PersonData.class));
  }
}
