package org.kartoteka.core.internal.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.core.internal.domain.PersonRules;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds persons that are probably the same; many at once. */
@Component(service = PersonFinder.class)
public class PersonFinder {

  private final UnitOfWork unitOfWork;
  private final PartyScopes scopes;

  @Activate
  public PersonFinder(@Reference UnitOfWork unitOfWork, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.scopes = scopes;
  }

  /** What tells persons of a party apart: names and first e-mail, without regard to case. */
  public record Likeness(PartyId party, String firstName, String lastName, String email) {

    /** That of a person of the party. */
    public static Likeness of(PartyId party, PersonData data) {
      return new Likeness(
          party,
          lower(data.firstName()),
          lower(data.lastName()),
          data.emails().isEmpty() ? "" : lower(data.emails().get(0).value()));
    }

    private static String lower(String text) {
      return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
  }

  /** The persons that look so; those that nobody looks like are left out. */
  public Map<Likeness, RecordRef> like(Collection<Likeness> likenesses) {
    List<Likeness> wanted = likenesses.stream().distinct().toList();
    Map<Likeness, RecordRef> found = new HashMap<>();
    if (!wanted.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select w.n, p.id, p.first_name, p.last_name
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) with ordinality
                     as w (party, first_name, last_name, email, n)
                join core.person p
                  on p.party_id = w.party
                 and lower(coalesce(p.first_name, '')) = w.first_name
                 and lower(coalesce(p.last_name, '')) = w.last_name
                 and lower(coalesce(p.emails -> 0 ->> 'value', '')) = w.email
                 and p.merged_into is null
               order by p.id desc
              """,
              wanted.stream().map(Likeness::party).toList(),
              wanted.stream().map(Likeness::firstName).toList(),
              wanted.stream().map(Likeness::lastName).toList(),
              wanted.stream().map(Likeness::email).toList())
          .list(
              row ->
                  found.put(
                      wanted.get(row.getInt(1) - 1),
                      RecordRef.of(
                          PersonDirectory.TYPE,
                          new PersonId(row.getLong(2)),
                          PersonRules.fullName(row.getString(3), row.getString(4)))));
    }
    return found;
  }

  /** The persons with these ids, as far as their parties are in the user's reach. */
  public Map<PersonId, RecordRef> byId(Collection<PersonId> ids) {
    Map<PersonId, RecordRef> found = new HashMap<>();
    if (!ids.isEmpty()) {
      SqlText sql =
          new SqlText()
              .add("select id, first_name, last_name from core.person")
              .add("where id = any(?) and merged_into is null", ids);
      scopes.limit(sql, RecordAction.READ, "party_id");
      Sql.of(unitOfWork, sql.text(), sql.array())
          .list(row -> found.put(new PersonId(row.getLong(1)), reference(row, 1)));
    }
    return found;
  }

  /** A person among those of its party. */
  public record Colleague(
      PartyId party, PersonId id, String firstName, String lastName, List<Email> emails) {}

  /** All persons of these parties. */
  public List<Colleague> colleagues(Collection<PartyId> parties) {
    return parties.isEmpty()
        ? List.of()
        : Sql.of(
                unitOfWork,
                "select party_id, id, first_name, last_name, emails from core.person"
                    + " where party_id = any(?) and merged_into is null",
                parties)
            .list(
                row ->
                    new Colleague(
                        new PartyId(row.getLong(1)),
                        new PersonId(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        Json.list(row.getString(5), Email.class)));
  }

  /** The persons in reach with these first e-mails, in lower case; two of each at most. */
  public Map<String, List<RecordRef>> byEmail(Collection<String> emails) {
    return first("emails <> '[]' and lower(emails -> 0 ->> 'value')", emails);
  }

  /** The persons in reach with these first phones, in their normal form; two of each at most. */
  public Map<String, List<RecordRef>> byPhone(Collection<String> phones) {
    return first("phones <> '[]' and (phones -> 0 ->> 'value')", phones);
  }

  /** The persons of these names, whatever their e-mails, at their parties; two of each at most. */
  public Map<Likeness, List<RecordRef>> named(Collection<Likeness> names) {
    Map<Likeness, List<RecordRef>> found = new HashMap<>();
    List<Likeness> wanted = names.stream().distinct().toList();
    if (!wanted.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select w.n, p.id, p.first_name, p.last_name
                from unnest(?::bigint[], ?::text[], ?::text[]) with ordinality
                     as w (party, first_name, last_name, n)
               cross join lateral (select * from core.person
                                    where party_id = w.party
                                      and lower(coalesce(first_name, '')) = w.first_name
                                      and lower(coalesce(last_name, '')) = w.last_name
                                      and merged_into is null
                                    order by id limit 2) p
               order by p.id
              """,
              wanted.stream().map(Likeness::party).toList(),
              wanted.stream().map(Likeness::firstName).toList(),
              wanted.stream().map(Likeness::lastName).toList())
          .list(
              row ->
                  found
                      .computeIfAbsent(wanted.get(row.getInt(1) - 1), any -> new ArrayList<>())
                      .add(reference(row, 2)));
    }
    return found;
  }

  private Map<String, List<RecordRef>> first(String expression, Collection<String> values) {
    Map<String, List<RecordRef>> found = new HashMap<>();
    if (!values.isEmpty()) {
      SqlText sql =
          new SqlText()
              .add(
                  "select w.value, p.id, p.first_name, p.last_name"
                      + " from unnest(?::text[]) as w (value)",
                  values.stream().distinct().toList())
              .add("cross join lateral (select * from core.person where " + expression)
              .add("= w.value and merged_into is null");
      scopes.limit(sql, RecordAction.READ, "party_id").add("order by id limit 2) p order by p.id");
      Sql.of(unitOfWork, sql.text(), sql.array())
          .list(
              row ->
                  found
                      .computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                      .add(reference(row, 2)));
    }
    return found;
  }

  private static RecordRef reference(ResultSet row, int column) throws SQLException {
    return RecordRef.of(
        PersonDirectory.TYPE,
        new PersonId(row.getLong(column)),
        PersonRules.fullName(row.getString(column + 1), row.getString(column + 2)));
  }
}
