package org.kartoteka.core.internal.duplicate;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.internal.domain.Json;
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

  /** The profiles of these parties; those that are gone or became part of another are left out. */
  Map<Long, Profile> of(Collection<Long> parties) {
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

  private static Profile profile(ResultSet row) throws SQLException {
    PartyKind kind = PartyKind.valueOf(row.getString("kind"));
    Date birthday = row.getDate("birthday");
    PartyData data =
        new PartyData(
            kind,
            row.getString("name"),
            row.getString("short_name"),
            null,
            Json.list(row.getString("identifiers"), Identifier.class),
            Json.list(row.getString("addresses"), Address.class),
            Json.list(row.getString("phones"), Phone.class),
            Json.list(row.getString("emails"), Email.class),
            row.getString("web"),
            Json.list(row.getString("bank_accounts"), BankAccount.class),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            kind == PartyKind.NATURAL_PERSON
                ? new PartyPerson(row.getString("first_name"), row.getString("last_name"), null)
                : null,
            null);
    return Profile.of(data, birthday == null ? null : birthday.toLocalDate());
  }
}
