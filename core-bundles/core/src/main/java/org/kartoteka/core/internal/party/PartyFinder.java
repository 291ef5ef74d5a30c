package org.kartoteka.core.internal.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds parties by what tells them from others; many at once. */
@Component(service = PartyFinder.class)
public class PartyFinder {

  private static final int MOST_OF_A_NAME = 2;
  private static final int MOST_OF_ONE = 100;

  private final UnitOfWork unitOfWork;

  @Activate
  public PartyFinder(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The key of a number: numbers are compared without regard to case. */
  public static String numberKey(String number) {
    return "#" + number.toLowerCase(Locale.ROOT);
  }

  /** The parties with these numbers, by {@link #numberKey}. */
  public Map<String, RecordRef> byNumber(Collection<String> numbers) {
    Map<String, RecordRef> found = new HashMap<>();
    if (!numbers.isEmpty()) {
      Sql.of(
              unitOfWork,
              "select r.id, r.name, p.number from core.party p"
                  + " join core.party r on r.id = coalesce(p.merged_into, p.id)"
                  + " where lower(p.number) = any(?)",
              numbers.stream().map(number -> number.toLowerCase(Locale.ROOT)).toList())
          .list(
              row ->
                  found.put(
                      numberKey(row.getString(3)), reference(row.getLong(1), row.getString(2))));
    }
    return found;
  }

  /** The parties with these identifiers. */
  public Map<Identifier, RecordRef> byIdentifier(Collection<Identifier> identifiers) {
    Map<Identifier, RecordRef> found = new HashMap<>();
    List<Identifier> wanted = identifiers.stream().distinct().toList();
    if (!wanted.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select r.id, r.name, p.identifiers
                from unnest(?::text[]) as wanted (one)
               cross join lateral (select * from core.party
                                    where identifiers <> '[]' and identifiers @> wanted.one::jsonb
                                      and core.identifier_values(identifiers)
                                          @> core.identifier_values(wanted.one::jsonb) limit ?) p
                join core.party r on r.id = coalesce(p.merged_into, p.id)
               order by r.id
              """,
              wanted.stream().map(one -> Json.write(List.of(one))).toList(),
              MOST_OF_ONE)
          .list(
              row -> {
                RecordRef party = reference(row.getLong(1), row.getString(2));
                Json.list(row.getString(3), Identifier.class)
                    .forEach(one -> found.putIfAbsent(one, party));
                return party;
              });
    }
    return found;
  }

  /** The parties of these names, by {@link #nameKey}, two of a name at most. */
  public Map<String, List<RecordRef>> byName(Collection<String> names) {
    Map<String, List<RecordRef>> found = new HashMap<>();
    if (!names.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select w.name, p.id, p.name as called
                from unnest(?::text[]) as w (name)
               cross join lateral (select id, name from core.party where lower(name) = lower(w.name)
                                      and merged_into is null
                                    order by id limit ?) p
               order by p.id
              """,
              names.stream().map(PartyFinder::nameKey).distinct().toList(),
              MOST_OF_A_NAME)
          .list(
              row ->
                  found
                      .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                      .add(reference(row.getLong(2), row.getString(3))));
    }
    return found;
  }

  /** The parties with these ids. */
  public Map<PartyId, RecordRef> byId(Collection<PartyId> ids) {
    Map<PartyId, RecordRef> found = new HashMap<>();
    if (!ids.isEmpty()) {
      Sql.of(
              unitOfWork,
              "select p.id, r.id, r.name from core.party p"
                  + " join core.party r on r.id = coalesce(p.merged_into, p.id)"
                  + " where p.id = any(?)",
              ids)
          .list(
              row ->
                  found.put(
                      new PartyId(row.getLong(1)), reference(row.getLong(2), row.getString(3))));
    }
    return found;
  }

  /** The parties with these first e-mails, in lower case; two of each at most. */
  public Map<String, List<RecordRef>> byEmail(Collection<String> emails) {
    return first("lower(email)", emails);
  }

  /** The parties with these first phones, in their normal form; two of each at most. */
  public Map<String, List<RecordRef>> byPhone(Collection<String> phones) {
    return first("phone", phones);
  }

  /** A name in a city; the city is null when none is said. */
  public record Place(String name, String city) {

    /** The same without regard to case. */
    public static Place of(String name, String city) {
      return new Place(nameKey(name.strip()), city == null ? "" : nameKey(city.strip()));
    }
  }

  /** The parties of these names in these cities; two of each at most. */
  public Map<Place, List<RecordRef>> byPlace(Collection<Place> places) {
    Map<Place, List<RecordRef>> found = new HashMap<>();
    List<Place> wanted = places.stream().distinct().toList();
    if (!wanted.isEmpty()) {
      Sql.of(
              unitOfWork,
              """
              select w.n, p.id, p.name
                from unnest(?::text[], ?::text[]) with ordinality as w (name, city, n)
               cross join lateral (select id, name from core.party
                                    where lower(name) = w.name
                                      and lower(coalesce(city, '')) = w.city
                                      and merged_into is null
                                    order by id limit ?) p
               order by p.id
              """,
              wanted.stream().map(Place::name).toList(),
              wanted.stream().map(Place::city).toList(),
              MOST_OF_A_NAME)
          .list(
              row ->
                  found
                      .computeIfAbsent(wanted.get(row.getInt(1) - 1), any -> new ArrayList<>())
                      .add(reference(row.getLong(2), row.getString(3))));
    }
    return found;
  }

  private Map<String, List<RecordRef>> first(String expression, Collection<String> values) {
    Map<String, List<RecordRef>> found = new HashMap<>();
    if (!values.isEmpty()) {
      Sql.of(
              unitOfWork,
              "select w.value, p.id, p.name from unnest(?::text[]) as w (value)"
                  + " cross join lateral (select id, name from core.party where "
                  + expression
                  + " = w.value and merged_into is null order by id limit ?) p order by p.id",
              values.stream().distinct().toList(),
              MOST_OF_A_NAME)
          .list(
              row ->
                  found
                      .computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                      .add(reference(row.getLong(2), row.getString(3))));
    }
    return found;
  }

  /** The key of a name: names are compared without regard to case. */
  public static String nameKey(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static RecordRef reference(long id, String name) {
    return RecordRef.of(PartyRegister.TYPE, new PartyId(id), name);
  }
}
