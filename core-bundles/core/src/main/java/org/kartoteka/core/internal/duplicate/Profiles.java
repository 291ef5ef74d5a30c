package org.kartoteka.core.internal.duplicate;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.core.internal.duplicate.Profile.Groups;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The profiles of cards of the register. */
@Component(service = Profiles.class)
public class Profiles {

  private final UnitOfWork unitOfWork;

  @Activate
  public Profiles(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The profiles of these cards; those that are gone or became part of another are left out. */
  Map<Long, Profile> of(Compared what, Collection<Long> cards) {
    return what == Compared.PARTY ? parties(cards) : persons(cards, List.of(), Groups.ALL);
  }

  private Map<Long, Profile> parties(Collection<Long> parties) {
    Map<Long, Profile> profiles = new HashMap<>();
    if (!parties.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select p.id, p.kind, p.name, p.short_name, p.identifiers, p.addresses, p.web,
                     p.bank_accounts, coalesce(s.phones, p.phones) as phones,
                     coalesce(s.emails, p.emails) as emails, s.first_name, s.last_name, s.birthday
                from core.party p
                left join core.person s on s.party_id = p.id and s.party_kind = 'NATURAL_PERSON'
                                       and p.kind = 'NATURAL_PERSON'
               where p.id = any(?::bigint[]) and p.merged_into is null
              """,
              parties)
          .list(row -> profiles.put(row.getLong("id"), profile(row)));
    }
    return profiles;
  }

  /**
   * The profiles of persons, but of those that are gone or became part of another.
   *
   * @param contacts persons of organisations
   * @param natural parties whose one person is wanted
   * @param groups which groups of their data are wanted
   */
  Map<Long, Profile> persons(Collection<Long> contacts, Collection<Long> natural, Groups groups) {
    Map<Long, Profile> profiles = new HashMap<>();
    if (!contacts.isEmpty() || !natural.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select id, party_id, first_name, last_name, phones, emails, home_address,
                     private_phones, private_emails, birthday
                from core.person
               where merged_into is null
                 and (id = any(?::bigint[]) and party_kind = 'ORGANISATION'
                      or party_id = any(?::bigint[]) and party_kind = 'NATURAL_PERSON')
              """,
              contacts,
              natural)
          .list(row -> profiles.put(row.getLong("id"), person(row, groups)));
    }
    return profiles;
  }

  private static Profile person(ResultSet row, Groups groups) throws SQLException {
    Date birthday = row.getDate("birthday");
    PrivateData privateData =
        new PrivateData(
            Json.value(row.getString("home_address"), Address.class),
            Json.list(row.getString("private_phones"), Phone.class),
            Json.list(row.getString("private_emails"), Email.class));
    PersonalData personalData = PersonalData.born(birthday == null ? null : birthday.toLocalDate());
    PersonData data =
        PersonData.named(row.getString("first_name"), row.getString("last_name")).toBuilder()
            .phones(Json.list(row.getString("phones"), Phone.class))
            .emails(Json.list(row.getString("emails"), Email.class))
            .privateData(privateData)
            .personalData(personalData)
            .build();
    return Profile.of(data, new PartyId(row.getLong("party_id")), groups);
  }

  private static Profile profile(ResultSet row) throws SQLException {
    Date birthday = row.getDate("birthday");
    PartyData data =
        named(row).toBuilder()
            .shortName(row.getString("short_name"))
            .identifiers(Json.list(row.getString("identifiers"), Identifier.class))
            .addresses(Json.list(row.getString("addresses"), Address.class))
            .phones(Json.list(row.getString("phones"), Phone.class))
            .emails(Json.list(row.getString("emails"), Email.class))
            .web(row.getString("web"))
            .bankAccounts(Json.list(row.getString("bank_accounts"), BankAccount.class))
            .build();
    return Profile.of(data, birthday == null ? null : birthday.toLocalDate());
  }

  private static PartyData named(ResultSet row) throws SQLException {
    String name = row.getString("name");
    return PartyKind.valueOf(row.getString("kind")) == PartyKind.ORGANISATION
        ? PartyData.organisation(name)
        : PartyData.naturalPerson(row.getString("first_name"), row.getString("last_name"))
            .toBuilder()
            .name(name)
            .build();
  }
}
