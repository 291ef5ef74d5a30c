package org.kartoteka.core.internal.register;

import java.util.Collection;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.core.internal.criteria.PartyConditions;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.core.internal.party.PartyLists;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which party is in which register. */
@Component(service = RegisterMembers.class)
public class RegisterMembers {

  private final UnitOfWork unitOfWork;
  private final PartyLists parties;
  private final PartyConditions conditions;
  private final PartyScopes scopes;

  @Activate
  public RegisterMembers(
      @Reference UnitOfWork unitOfWork,
      @Reference PartyLists parties,
      @Reference PartyConditions conditions,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.parties = parties;
    this.conditions = conditions;
    this.scopes = scopes;
  }

  List<RegisterView> all() {
    SqlText sql =
        new SqlText()
            .add("select r.id, r.revision, r.name, r.description, r.filter,")
            .add("(select count(*) from core.register_party m where m.register_id = r.id");
    scopes
        .limit(sql, RecordAction.READ, "m.party_id")
        .add(") as size from core.register r order by r.name, r.id");
    return views(Sql.of(unitOfWork, sql.text(), sql.array()));
  }

  /** The registers with those by a rule counted. */
  List<RegisterView> allCounted() {
    return all().stream()
        .map(register -> register.byRule() ? counted(register) : register)
        .toList();
  }

  /** The registers a party is in. */
  List<RegisterView> of(PartyId party) {
    List<Long> byHand =
        Sql.of(unitOfWork, "select register_id from core.register_party where party_id = ?", party)
            .list(row -> row.getLong(1));
    return all().stream()
        .filter(
            register ->
                register.byRule()
                    ? fits(party, register.filter())
                    : byHand.contains(register.id().value()))
        .toList();
  }

  /** How many parties are in a register; by a rule as far as they are counted. */
  long size(RegisterId register, PartyQuery rule) {
    if (rule != null) {
      return count(rule);
    }
    SqlText sql =
        new SqlText()
            .add("select count(*) from core.register_party where register_id = ?", register);
    scopes.limit(sql, RecordAction.READ, "party_id");
    return Sql.of(unitOfWork, sql.text(), sql.array()).number();
  }

  /** Whether nobody at all is in a register that is kept by hand. */
  boolean isEmpty(RegisterId register) {
    return Sql.of(
                unitOfWork,
                "select count(*) from core.register_party where register_id = ?",
                register)
            .number()
        == 0;
  }

  private boolean fits(PartyId party, PartyQuery rule) {
    SqlText sql = new SqlText().add("select count(*) from core.party p where p.id = ?", party);
    try {
      conditions.addAll(sql, rule);
    } catch (InvalidInput outdated) {
      return false;
    }
    return Sql.of(unitOfWork, sql.text(), sql.array()).number() > 0;
  }

  /** A rule may ask for a custom field that is gone by now: nobody fits it then. */
  private long count(PartyQuery rule) {
    try {
      return parties.count(rule, Registers.COUNTED);
    } catch (InvalidInput outdated) {
      return 0;
    }
  }

  private RegisterView counted(RegisterView register) {
    return new RegisterView(
        register.id(),
        register.revision(),
        register.name(),
        register.description(),
        count(register.filter()),
        register.filter());
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
            view(
                new RegisterId(row.getLong("id")),
                row.getLong("revision"),
                row.getString("name"),
                row.getString("description"),
                row.getLong("size"),
                row.getString("filter")));
  }

  private static RegisterView view(
      RegisterId id, long revision, String name, String description, long size, String filter) {
    return filter == null
        ? new RegisterView(id, revision, name, description, size, null)
        : new RegisterView(
            id, revision, name, description, null, PartyQuery.ofUnderstood(Json.map(filter)));
  }
}
