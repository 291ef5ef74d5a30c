package org.kartoteka.core.internal.person;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.internal.criteria.OwnersRows;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.custom.CustomConditions;
import org.kartoteka.core.internal.custom.CustomOrders;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.Hits;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of persons: keyset pages over an index of each order. */
@Component(service = PersonLists.class)
public class PersonLists {

  private static final int BEST_OF = 300;

  private final UnitOfWork unitOfWork;
  private final CoreRecords entities;
  private final CustomConditions conditions;
  private final CustomOrders customOrders;
  private final PartyScopes scopes;

  @Activate
  public PersonLists(
      @Reference UnitOfWork unitOfWork,
      @Reference CoreRecords entities,
      @Reference CustomConditions conditions,
      @Reference CustomOrders customOrders,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.entities = entities;
    this.conditions = conditions;
    this.customOrders = customOrders;
    this.scopes = scopes;
  }

  /** A person with the name of its party. */
  public record Row(Person person, String partyName) {}

  Page<Row> page(PersonQuery query, PageRequest request) {
    return customOrders
        .of(PersonDirectory.TYPE, request)
        .map(
            order -> {
              SqlText found = found(query, "");
              return order.page(
                  end -> rows(new SqlText().add(found).add(end)),
                  row -> row.person().custom(),
                  row -> row.person().id().value());
            })
        .orElseGet(() -> sorted(query, request));
  }

  private Page<Row> sorted(PersonQuery query, PageRequest request) {
    PersonSort sort = Keyset.sort(request, PersonSort.values(), order -> order.field);
    SqlText after = sort.after(request);
    SqlText order = sort.order(request).add("limit ?", request.limit() + 1);
    Collection<UserId> owners =
        sort.joins.isEmpty() && query.text() == null
            ? scopes.toMerge(RecordAction.READ)
            : List.of();
    List<Row> rows =
        rows(
            owners.isEmpty()
                ? found(query, sort.joins).add(after).add(order)
                : OwnersRows.merged(owners, "p.*", all(query), after, order));
    boolean more = rows.size() > request.limit();
    List<Row> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(items, more ? sort.cursor(items.get(items.size() - 1)) : null);
  }

  /** The persons that the query wants, neither sorted nor limited. */
  private SqlText found(PersonQuery query, String joins) {
    SqlText wanted = new SqlText().add("p.merged_into is null").fitting(query.text());
    limit(wanted);
    filter(wanted, query);
    SqlText sql = new SqlText().add("select p.*");
    return query.text() == null
        ? sql.add("from core.person p " + joins + " where").add(wanted)
        : sql.add(Hits.of(unitOfWork, "core.person p " + joins, wanted));
  }

  /** The persons that the query, which has no text, wants of whomever they are. */
  private SqlText all(PersonQuery query) {
    SqlText sql = new SqlText().add("select p.* from core.person p where p.merged_into is null");
    filter(sql, query);
    return sql;
  }

  long count(PersonQuery query, long atMost) {
    SqlText sql =
        new SqlText()
            .add("select count(*) from (select 1 from core.person p where p.merged_into is null")
            .fitting(query.text());
    limit(sql);
    filter(sql, query);
    sql.add("limit ?) as counted", atMost);
    return Sql.of(unitOfWork, sql.text(), sql.array()).number();
  }

  /** Some that fit the text, by name. */
  public List<Row> search(String text, int limit) {
    SqlText sql =
        new SqlText()
            .add("select p.* from (select * from core.person p where p.merged_into is null")
            .fitting(text);
    return rows(limit(sql).add("limit ?) p order by p.sort_name, p.id limit ?", BEST_OF, limit));
  }

  /** Those of these persons who are there for the user, in no order. */
  public List<Row> of(Collection<PersonId> persons) {
    if (persons.isEmpty()) {
      return List.of();
    }
    SqlText sql =
        new SqlText()
            .add("select p.* from core.person p where p.merged_into is null")
            .add("and p.id = any(?)", Set.copyOf(persons));
    return rows(limit(sql));
  }

  private SqlText limit(SqlText sql) {
    return scopes.limitPersons(sql, RecordAction.READ);
  }

  /** The name of a party. */
  String partyName(PartyId party) {
    return names(List.of(party)).get(party);
  }

  private List<Row> rows(SqlText sql) {
    List<Person> persons = entities.select(Person.class, sql.text(), sql.arguments());
    Map<PartyId, String> names = names(persons.stream().map(Person::party).distinct().toList());
    return persons.stream().map(person -> new Row(person, names.get(person.party()))).toList();
  }

  private Map<PartyId, String> names(Collection<PartyId> parties) {
    Map<PartyId, String> names = new HashMap<>();
    if (!parties.isEmpty()) {
      Sql.of(unitOfWork, "select id, name from core.party where id = any(?)", parties)
          .list(row -> names.put(new PartyId(row.getLong(1)), row.getString(2)));
    }
    return names;
  }

  private void filter(SqlText sql, PersonQuery query) {
    if (query.party() != null) {
      sql.add("and p.party_id = ?", query.party().value());
    }
    conditions.add(sql, PersonDirectory.TYPE, query.custom());
  }

  /** The orders of the list. */
  private enum PersonSort {
    NAME("name", "p.sort_name", ""),
    PARTY("party", "o.name", "join core.party o on o.id = p.party_id");

    private final String field;
    private final String expression;
    private final String joins;

    PersonSort(String field, String expression, String joins) {
      this.field = field;
      this.expression = expression;
      this.joins = joins;
    }

    SqlText after(PageRequest request) {
      SqlText sql = new SqlText();
      if (request.after() != null) {
        Keyset place = Keyset.of(request);
        String beyond = request.descending() ? "<" : ">";
        sql.add("and (" + expression + ", p.id) " + beyond + " (?, ?)", place.value(), place.id());
      }
      return sql;
    }

    SqlText order(PageRequest request) {
      String direction = request.descending() ? " desc" : "";
      return new SqlText().add("order by " + expression + direction + ", p.id" + direction);
    }

    String cursor(Row last) {
      return Cursor.of(
          Arrays.asList(
              this == NAME ? last.person().sortName() : last.partyName(),
              last.person().id().value()));
    }
  }
}
