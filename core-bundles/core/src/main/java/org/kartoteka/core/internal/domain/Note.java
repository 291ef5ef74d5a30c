package org.kartoteka.core.internal.domain;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteId;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.persistence.PointInTime;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.record.RecordRef;

/** A note on a party or about one of its persons. */
@Entity
@Table(name = "note", schema = "core")
public class Note {

  @Id
  @SequenceGenerator(name = "note", schema = "core", sequenceName = "note_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "note")
  private Long id;

  @Version private long revision;

  @Column(name = "party_id")
  private long partyId;

  @Column(name = "person_id")
  private Long personId;

  private String text;

  @Convert(converter = JsonText.class)
  private String links;

  private boolean pinned;

  private String author;

  @Column(name = "written_at")
  @Convert(converter = PointInTime.class)
  private Instant writtenAt;

  @Column(name = "edited_at")
  @Convert(converter = PointInTime.class)
  private Instant editedAt;

  private int attachments;

  @Column(name = "search_text")
  private String searchText;

  protected Note() {}

  /**
   * A new note.
   *
   * @param person may be null
   * @param data in their normal form
   */
  public Note(PartyId party, PersonId person, NoteData data, Act act) {
    this.partyId = party.value();
    this.personId = person == null ? null : person.value();
    this.author = act.by();
    this.writtenAt = act.at();
    write(data);
  }

  /** Takes over what the note says now. */
  public void change(NoteData data, Act act) {
    write(data);
    editedAt = act.at();
  }

  /** Takes note of how many files are attached. */
  public void attached(int count) {
    attachments = count;
  }

  /** Whether there are files to look for. */
  public boolean hasAttachments() {
    return attachments > 0;
  }

  /** The note as others see it. */
  public NoteView toView(List<AttachmentView> files) {
    return new NoteView(
        id(),
        revision,
        party(),
        person(),
        text,
        Json.list(links, RecordRef.class),
        pinned,
        author,
        writtenAt,
        editedAt,
        files);
  }

  /** What people can change of it. */
  public NoteData data() {
    return new NoteData(text, Json.list(links, RecordRef.class), pinned);
  }

  public NoteId id() {
    return new NoteId(id);
  }

  public long revision() {
    return revision;
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  public PartyId party() {
    return new PartyId(partyId);
  }

  public PersonId person() {
    return personId == null ? null : new PersonId(personId);
  }

  /** Whether the user with this sign-in name wrote it. */
  public boolean isBy(String user) {
    return author.equals(user);
  }

  private void write(NoteData data) {
    text = data.text();
    links = Json.write(data.links());
    pinned = data.pinned();
    searchText = " " + SearchKey.fold(text) + " ";
  }
}
