package org.kartoteka.core.internal.note;

import static org.kartoteka.core.internal.data.CorePermissions.NOTE_MANAGE;
import static org.kartoteka.core.internal.data.CorePermissions.NOTE_READ;
import static org.kartoteka.core.internal.data.CorePermissions.NOTE_WRITE;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.core.internal.domain.NoteRules;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.document.Attachments;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes on parties and persons. */
@Component
public final class NotebookService implements Notebook {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CoreRecords entities;
  private final NoteLists lists;
  private final NoteRecords records;
  private final Attachments attachments;
  private final Acts acts;
  private final Diary diary;
  private final PartyScopes scopes;

  @Activate
  public NotebookService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CoreRecords entities,
      @Reference NoteLists lists,
      @Reference NoteRecords records,
      @Reference Attachments attachments,
      @Reference Acts acts,
      @Reference Diary diary,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.entities = entities;
    this.lists = lists;
    this.records = records;
    this.attachments = attachments;
    this.acts = acts;
    this.diary = diary;
    this.scopes = scopes;
  }

  @Override
  public NoteView write(PartyId party, PersonId person, NoteData data) {
    access.require(NOTE_WRITE);
    return unitOfWork.callRepeatably(
        () -> {
          NoteData normal = NoteRules.normal(data);
          Note note = records.add(new NoteRecords.Addition(owner(party, person), person, normal));
          entities.write();
          return view(note);
        });
  }

  @Override
  public NoteView change(NoteId id, ExpectedRevision revision, NoteData data) {
    access.require(NOTE_WRITE);
    return unitOfWork.callRepeatably(
        () -> {
          Note note = held(id);
          revision.check(note.revision(), TYPE, id.value());
          NoteData normal = NoteRules.normal(data);
          List<FieldChange> changes = NoteChanges.between(note, normal);
          if (!normal.equals(note.data())) {
            note.change(normal, acts.now());
            diary.changed(NoteChanges.reference(note), changes);
            entities.write();
          }
          return view(note);
        });
  }

  @Override
  public void remove(NoteId id, ExpectedRevision revision) {
    access.require(NOTE_WRITE);
    unitOfWork.runRepeatably(
        () -> {
          Note note = held(id);
          revision.check(note.revision(), TYPE, id.value());
          records.remove(note);
          entities.write();
        });
  }

  @Override
  public Optional<NoteView> find(NoteId id) {
    access.require(NOTE_READ);
    return unitOfWork.read(() -> known(id).map(this::view));
  }

  @Override
  public NoteView get(NoteId id) {
    return find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  @Override
  public Page<NoteView> page(NoteQuery query, PageRequest request) {
    access.require(NOTE_READ);
    return unitOfWork.read(() -> lists.page(query, request).map(this::view));
  }

  @Override
  public AttachmentView attach(NoteId id, String fileName, InputStream content) {
    access.require(NOTE_WRITE);
    return unitOfWork.call(
        () -> {
          Note note = held(id);
          AttachmentView added = attachments.add(NoteChanges.reference(note), fileName, content);
          counted(note, new FieldChange("attachments", null, added.name()));
          return added;
        });
  }

  @Override
  public InputStream open(NoteId id, AttachmentId attachment) {
    access.require(NOTE_READ);
    return unitOfWork.call(
        () -> {
          known(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
          requireOwn(id, attachment);
          return attachments.open(attachment);
        });
  }

  @Override
  public void detach(NoteId id, AttachmentId attachment) {
    access.require(NOTE_WRITE);
    unitOfWork.run(
        () -> {
          Note note = held(id);
          AttachmentView removed = requireOwn(id, attachment);
          attachments.remove(attachment);
          counted(note, new FieldChange("attachments", removed.name(), null));
        });
  }

  private void counted(Note note, FieldChange change) {
    note.attached(files(note).size());
    diary.changed(NoteChanges.reference(note), List.of(change));
    entities.write();
  }

  /** The note, if it is there for this user: notes follow their party. */
  private Optional<Note> known(NoteId id) {
    return Optional.ofNullable(entities.find(Note.class, id))
        .filter(note -> scopes.reaches(note.party(), RecordAction.READ));
  }

  /** The note, held; those of others need a right of their own. */
  private Note held(NoteId id) {
    known(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
    Note note = entities.require(Note.class, id, TYPE);
    scopes.requireReach(note.party(), RecordAction.CHANGE);
    if (!note.isBy(acts.now().by())) {
      access.require(NOTE_MANAGE);
    }
    return note;
  }

  private PartyId owner(PartyId party, PersonId person) {
    if (person != null) {
      Person found = entities.find(Person.class, person);
      if (found == null || !scopes.reaches(found.party(), RecordAction.READ)) {
        throw new NotFound(PersonDirectory.TYPE, person.value());
      }
      if (party != null && !found.party().equals(party)) {
        throw new InvalidInput(FieldError.of("personId", "belongsTo"));
      }
      return ofPerson(person, found.party());
    }
    if (party == null) {
      throw new InvalidInput(FieldError.of("partyId", "belongsTo"));
    }
    return sharing(party);
  }

  /**
   * Holds the party of the person. Refused when a merge or its undoing has just moved the person:
   * to hold a second party, in no order, could wait for somebody who waits for the first.
   */
  private PartyId ofPerson(PersonId person, PartyId before) {
    PartyId party = sharing(before);
    long[] now =
        Sql.of(
                unitOfWork,
                "select party_id, coalesce(merged_into, 0) from core.person where id = ?",
                person)
            .first(row -> new long[] {row.getLong(1), row.getLong(2)})
            .orElseThrow(() -> new NotFound(PersonDirectory.TYPE, person.value()));
    if (now[0] != party.value()) {
      throw new Refused("problem.person.moving");
    }
    if (now[1] > 0) {
      throw new Moved(PersonDirectory.TYPE, person.value(), now[1]);
    }
    return party;
  }

  /** Holds the party, so that it does not become part of another meanwhile. */
  private PartyId sharing(PartyId party) {
    scopes.requireReach(party, RecordAction.CHANGE);
    long survivor =
        Sql.of(
                unitOfWork,
                "select coalesce(merged_into, 0) from core.party where id = ? for key share",
                party)
            .first(row -> row.getLong(1))
            .orElseThrow(() -> new NotFound(PartyRegister.TYPE, party.value()));
    if (survivor > 0) {
      throw new Moved(PartyRegister.TYPE, party.value(), survivor);
    }
    return party;
  }

  private AttachmentView requireOwn(NoteId id, AttachmentId attachment) {
    return attachments.of(TYPE, Long.toString(id.value())).stream()
        .filter(file -> file.id().equals(attachment))
        .findFirst()
        .orElseThrow(() -> new NotFound("attachment", attachment.value()));
  }

  private NoteView view(Note note) {
    return note.toView(note.hasAttachments() ? files(note) : List.of());
  }

  private List<AttachmentView> files(Note note) {
    return attachments.of(TYPE, Long.toString(note.id().value()));
  }
}
