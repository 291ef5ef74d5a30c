package org.kartoteka.core.internal.person;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.domain.PersonRules;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds persons that are probably the same. */
@Component(service = PersonFinder.class)
public class PersonFinder {

  private final UnitOfWork unitOfWork;

  @Activate
  public PersonFinder(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** A person of the party with the same names and first e-mail; null when there is none. */
  public RecordRef like(PartyId party, PersonData data) {
    return Sql.of(
            unitOfWork,
            """
            select id from core.person
             where party_id = ?
               and lower(coalesce(first_name, '')) = lower(?)
               and lower(coalesce(last_name, '')) = lower(?)
               and lower(coalesce(emails -> 0 ->> 'value', '')) = lower(?)
             order by id limit 1
            """,
            party,
            data.firstName() == null ? "" : data.firstName(),
            data.lastName() == null ? "" : data.lastName(),
            data.emails().isEmpty() ? "" : data.emails().get(0).value())
        .first(
            row ->
                RecordRef.of(
                    PersonDirectory.TYPE,
                    new PersonId(row.getLong(1)),
                    PersonRules.fullName(data.firstName(), data.lastName())))
        .orElse(null);
  }
}
