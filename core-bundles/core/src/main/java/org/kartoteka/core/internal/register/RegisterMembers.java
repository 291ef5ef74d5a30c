package org.kartoteka.core.internal.register;

import java.util.Collection;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which party is in which register. */
@Component(service = RegisterMembers.class)
public class RegisterMembers {

  private static final String REGISTERS =
      """
      select r.id, r.revision, r.name, r.description,
             (select count(*) from core.register_party m where m.register_id = r.id) as size
        from core.register r
      """;

  private final UnitOfWork unitOfWork;

  @Activate
  public RegisterMembers(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  List<RegisterView> all() {
    return views(Sql.of(unitOfWork, REGISTERS + "order by r.name, r.id"));
  }

  List<RegisterView> of(PartyId party) {
    return views(
        Sql.of(
            unitOfWork,
            REGISTERS
                + "where r.id in (select register_id from core.register_party where party_id = ?)"
                + " order by r.name, r.id",
            party));
  }

  long size(RegisterId register) {
    return Sql.of(
            unitOfWork, "select count(*) from core.register_party where register_id = ?", register)
        .number();
  }

  /** Puts those in that exist and are not in yet; tells the names of those. */
  List<String> put(RegisterId register, Collection<PartyId> parties) {
    return names(
        """
        with added as (
          insert into core.register_party (register_id, party_id)
          select ?, id from core.party where id = any(?)
          on conflict do nothing
          returning party_id)
        select name from core.party where id in (select party_id from added) order by name
        """,
        register,
        parties);
  }

  /** Takes those out that are in; tells the names of those. */
  List<String> take(RegisterId register, Collection<PartyId> parties) {
    return names(
        """
        with taken as (
          delete from core.register_party where register_id = ? and party_id = any(?)
          returning party_id)
        select name from core.party where id in (select party_id from taken) order by name
        """,
        register,
        parties);
  }

  private List<String> names(String sql, RegisterId register, Collection<PartyId> parties) {
    if (parties.isEmpty()) {
      return List.of();
    }
    return Sql.of(unitOfWork, sql, register, parties).list(row -> row.getString(1));
  }

  private static List<RegisterView> views(Sql sql) {
    return sql.list(
        row ->
            new RegisterView(
                new RegisterId(row.getLong("id")),
                row.getLong("revision"),
                row.getString("name"),
                row.getString("description"),
                row.getLong("size")));
  }
}
