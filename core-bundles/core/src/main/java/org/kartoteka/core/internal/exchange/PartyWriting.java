package org.kartoteka.core.internal.exchange;

import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.DefaultCountry;
import org.kartoteka.core.internal.note.NoteRecords;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.person.PersonFinder;
import org.kartoteka.core.internal.person.PersonRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an import of parties reads and writes with. */
@Component(service = PartyWriting.class)
public class PartyWriting {

  final PartyRecords parties;
  final PartyFinder finder;
  final PersonRecords persons;
  final PersonFinder personFinder;
  final NoteRecords notes;
  final UserNames users;
  final DefaultCountry country;
  final PartyScopes scopes;

  @Activate
  public PartyWriting(
      @Reference PartyRecords parties,
      @Reference PartyFinder finder,
      @Reference PersonRecords persons,
      @Reference PersonFinder personFinder,
      @Reference NoteRecords notes,
      @Reference UserNames users,
      @Reference DefaultCountry country,
      @Reference PartyScopes scopes) {
    this.parties = parties;
    this.finder = finder;
    this.persons = persons;
    this.personFinder = personFinder;
    this.notes = notes;
    this.users = users;
    this.country = country;
    this.scopes = scopes;
  }
}
