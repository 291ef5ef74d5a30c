package org.kartoteka.core.internal.note;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.event.NoteWritten;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.data.Diary.Creation;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes notes within a unit of work of the caller, who holds their parties. */
@Component(service = NoteRecords.class)
public class NoteRecords {

  private final UnitOfWork unitOfWork;
  private final CoreRecords entities;
  private final NoteRemoval removal;
  private final Acts acts;
  private final Diary diary;

  @Activate
  public NoteRecords(
      @Reference UnitOfWork unitOfWork,
      @Reference CoreRecords entities,
      @Reference NoteRemoval removal,
      @Reference Acts acts,
      @Reference Diary diary) {
    this.unitOfWork = unitOfWork;
    this.entities = entities;
    this.removal = removal;
    this.acts = acts;
    this.diary = diary;
  }

  /**
   * A note to be written.
   *
   * @param person null for a note on the party itself
   * @param data in their normal form
   */
  public record Addition(PartyId party, PersonId person, NoteData data) {}

  private record Place(Long party, Long person, String text) {

    static Place of(Addition one) {
      return new Place(
          one.party().value(),
          one.person() == null ? null : one.person().value(),
          one.data().text());
    }
  }

  /** Adds a note; written with the next flush. */
  Note add(Addition addition) {
    return addAll(List.of(addition)).get(0);
  }

  /**
   * Adds the notes whose text is not among the notes of their party or person yet; written with the
   * next flush.
   *
   * @return the notes; null for those that are there already
   */
  public List<Note> addNew(List<Addition> additions) {
    if (additions.isEmpty()) {
      return List.of();
    }
    Set<Place> known = there(additions);
    List<Addition> fresh = additions.stream().filter(one -> known.add(Place.of(one))).toList();
    List<Note> added = addAll(fresh);
    List<Note> notes = new ArrayList<>();
    int next = 0;
    for (Addition one : additions) {
      boolean isNext = next < fresh.size() && fresh.get(next) == one;
      notes.add(isNext ? added.get(next++) : null);
    }
    return notes;
  }

  /** The note, held; null when it is gone. */
  public Note hold(long id) {
    return entities.lock(Note.class, new NoteId(id));
  }

  /** Removes a note that is held; its row goes with the next flush. */
  public void remove(Note note) {
    removal.recordRemoval(note);
    entities.remove(note);
  }

  private List<Note> addAll(List<Addition> additions) {
    Act act = acts.now();
    List<Note> notes = new ArrayList<>();
    List<Creation> creations = new ArrayList<>();
    for (Addition addition : additions) {
      Note note = new Note(addition.party(), addition.person(), addition.data(), act);
      entities.add(note);
      notes.add(note);
      creations.add(
          new Creation(
              NoteChanges.reference(note),
              NoteChanges.between((NoteData) null, addition.data()),
              new NoteWritten(note.id(), note.party(), note.person())));
    }
    if (!creations.isEmpty()) {
      diary.created(creations);
    }
    return notes;
  }

  private Set<Place> there(List<Addition> additions) {
    return new HashSet<>(
        Sql.of(
                unitOfWork,
                "select party_id, person_id, text from core.note"
                    + " where party_id = any(?::bigint[]) and text = any(?)",
                additions.stream().map(Addition::party).distinct().toList(),
                additions.stream().map(one -> one.data().text()).distinct().toList())
            .list(
                row -> {
                  long person = row.getLong(2);
                  Long about = row.wasNull() ? null : person;
                  return new Place(row.getLong(1), about, row.getString(3));
                }));
  }
}
