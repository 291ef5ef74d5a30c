package org.kartoteka.core.internal.exchange;

import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.DefaultCountry;
import org.kartoteka.core.internal.note.NoteRecords;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.person.PersonFinder;
import org.kartoteka.core.internal.person.PersonRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an import of persons reads and writes with. */
@Component(service = PersonWriting.class)
public class PersonWriting {

  final CoreRecords entities;
  final PartyRecords parties;
  final PartyFinder partyFinder;
  final PersonRecords persons;
  final PersonFinder personFinder;
  final NoteRecords notes;
  final DefaultCountry country;
  final PartyScopes scopes;

  @Activate
  public PersonWriting(
      @Reference CoreRecords entities,
      @Reference PartyRecords parties,
      @Reference PartyFinder partyFinder,
      @Reference PersonRecords persons,
      @Reference PersonFinder personFinder,
      @Reference NoteRecords notes,
      @Reference DefaultCountry country,
      @Reference PartyScopes scopes) {
    this.entities = entities;
    this.parties = parties;
    this.partyFinder = partyFinder;
    this.persons = persons;
    this.personFinder = personFinder;
    this.notes = notes;
    this.country = country;
    this.scopes = scopes;
  }
}
