package org.kartoteka.core.internal.party;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.event.PartyRemoved;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.event.PersonRemoved;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.data.Diary.Creation;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.data.PersonChanges;
import org.kartoteka.core.internal.domain.Note;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.note.NoteRemoval;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a party out of the register with its persons and notes. */
@Component(service = PartyRemoval.class)
public class PartyRemoval {

  private final UnitOfWork unitOfWork;
  private final CoreRecords entities;
  private final NoteRemoval notes;
  private final PartyTags tags;
  private final Names names;
  private final Diary diary;
  private final PartyScopes scopes;

  @Activate
  public PartyRemoval(
      @Reference UnitOfWork unitOfWork,
      @Reference CoreRecords entities,
      @Reference NoteRemoval notes,
      @Reference PartyTags tags,
      @Reference Names names,
      @Reference Diary diary,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.entities = entities;
    this.notes = notes;
    this.tags = tags;
    this.names = names;
    this.diary = diary;
    this.scopes = scopes;
  }

  /**
   * Removes the party.
   *
   * @throws Refused while records of features refer to it
   */
  public void remove(Card card) {
    PartyId id = card.party().id();
    scopes.requireReach(id, RecordAction.DELETE);
    requireAlone(card);
    for (Note note :
        entities.all(Note.class, "select n from Note n where n.partyId = ?1", id.value())) {
      notes.recordRemoval(note);
    }
    for (Person person :
        entities.all(Person.class, "select p from Person p where p.partyId = ?1", id.value())) {
      diary.removed(
          RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName()),
          PersonChanges.between(names, person.toView(card.party().name(), true, true), null),
          new PersonRemoved(person.id(), id, person.fullName()));
    }
    tags.changed(card.view().tags(), List.of());
    tags.write();
    diary.removed(
        card.reference(),
        PartyChanges.between(names, card.view(), null),
        new PartyRemoved(id, card.party().name()));
    delete(card);
  }

  /**
   * Removes parties without notes, none of which another became part of.
   *
   * @throws Refused while records of features refer to one of them
   */
  public void removeUnused(List<Card> cards) {
    List<Creation> removals = new ArrayList<>();
    for (Card card : cards) {
      PartyId id = card.party().id();
      scopes.requireReach(id, RecordAction.DELETE);
      Person person = card.person();
      if (person != null) {
        removals.add(
            new Creation(
                RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName()),
                PersonChanges.between(names, person.toView(card.party().name(), true, true), null),
                new PersonRemoved(person.id(), id, person.fullName())));
      }
      removals.add(
          new Creation(
              card.reference(),
              PartyChanges.between(names, card.view(), null),
              new PartyRemoved(id, card.party().name())));
      tags.changed(card.view().tags(), List.of());
    }
    tags.write();
    diary.removed(removals);
    List<PartyId> ids = cards.stream().map(card -> card.party().id()).toList();
    try {
      Sql.of(unitOfWork, "delete from core.person where party_id = any(?)", ids).update();
      Sql.of(unitOfWork, "delete from core.party where id = any(?)", ids).update();
    } catch (DataAccessFailed failed) {
      if ("23503".equals(failed.sqlState())) {
        throw new Refused("problem.party.in-use", cards.get(0).party().name());
      }
      throw failed;
    }
  }

  private void requireAlone(Card card) {
    if (Sql.of(
                unitOfWork,
                "select count(*) from core.party where merged_into = ?",
                card.party().id())
            .number()
        > 0) {
      throw new Refused("problem.party.survivor", card.party().name());
    }
  }

  private void delete(Card card) {
    try {
      for (String sql :
          List.of(
              "delete from core.note where party_id = ?",
              "delete from core.person where party_id = ?",
              "delete from core.party where id = ?")) {
        Sql.of(unitOfWork, sql, card.party().id()).update();
      }
    } catch (DataAccessFailed failed) {
      if ("23503".equals(failed.sqlState())) {
        throw new Refused("problem.party.in-use", card.party().name());
      }
      throw failed;
    }
  }
}
