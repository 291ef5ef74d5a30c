package org.kartoteka.core.internal.party;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.internal.criteria.OwnersRows;
import org.kartoteka.core.internal.criteria.PartyConditions;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.custom.CustomOrders;
import org.kartoteka.core.internal.data.Hits;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.core.internal.domain.SearchKey;
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

/** Lists of parties, straight from the database: keyset pages over an index of each order. */
@Component(service = PartyLists.class)
public class PartyLists {

  private static final String COLUMNS =
      "p.id, p.revision, p.kind, p.name, p.short_name, p.number, p.status, p.identifier, p.city,"
          + " p.country, p.phone, p.email, p.payment_term_days, p.rating, p.owner_id, p.roles, p.tags, p.changed_at,"
          + " p.custom";
  private static final String FOUND = COLUMNS + ", p.identifiers, p.formerly";
  private static final int BEST_OF = 300;

  /** What an index has of the beginning of the key. */
  private static final int BEGINNING_LENGTH = 40;

  private static final String BEGINNING = "left(p.search_text, " + BEGINNING_LENGTH + ")";

  /** An argument that is compared as the columns of names are, capitals and small letters alike. */
  private static final String CAPITALS_ASIDE = "lower(? collate \"und-x-icu\")";

  private final UnitOfWork unitOfWork;
  private final PartyConditions conditions;
  private final CustomOrders customOrders;
  private final PartyScopes scopes;

  @Activate
  public PartyLists(
      @Reference UnitOfWork unitOfWork,
      @Reference PartyConditions conditions,
      @Reference CustomOrders customOrders,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.conditions = conditions;
    this.customOrders = customOrders;
    this.scopes = scopes;
  }

  Page<PartySummary> page(PartyQuery query, PageRequest request) {
    return customOrders
        .of(PartyRegister.TYPE, request)
        .map(
            order ->
                order.page(
                    end -> list(rows(query).add(end)),
                    PartySummary::custom,
                    row -> row.id().value()))
        .orElseGet(() -> sorted(query, request));
  }

  private Page<PartySummary> sorted(PartyQuery query, PageRequest request) {
    PartySort sort = PartySort.of(request);
    SqlText after = sort.after(request);
    SqlText order = sort.order(request).add("limit ?", request.limit() + 1);
    Collection<UserId> owners =
        query.text() == null ? scopes.toMerge(RecordAction.READ) : List.of();
    SqlText sql =
        owners.isEmpty()
            ? rows(query).add(after).add(order)
            : OwnersRows.merged(owners, COLUMNS, all(query), after, order);
    if (sort == PartySort.NAME && query.isAll() && scopes.isByOwners(RecordAction.READ)) {
      sql.plannedOnce();
    }
    List<PartySummary> rows = list(sql);
    boolean more = rows.size() > request.limit();
    List<PartySummary> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(items, more ? sort.cursor(items.get(items.size() - 1)) : null);
  }

  /** The rows that the query wants, neither sorted nor limited. */
  private SqlText rows(PartyQuery query) {
    SqlText wanted = new SqlText().add("true").fitting(query.text());
    scopes.limit(wanted, RecordAction.READ);
    conditions.add(wanted, query);
    SqlText sql = new SqlText().add("select " + COLUMNS);
    return query.text() == null
        ? sql.add("from core.party p where").add(wanted)
        : sql.add(Hits.of(unitOfWork, "core.party p", wanted));
  }

  /** The rows that the query, which has no text, wants of whomever they are. */
  private SqlText all(PartyQuery query) {
    SqlText sql = new SqlText().add("select " + COLUMNS + " from core.party p where true");
    conditions.add(sql, query);
    return sql;
  }

  public long count(PartyQuery query, long atMost) {
    SqlText sql =
        new SqlText()
            .add("select count(*) from (select 1 from core.party p where true")
            .fitting(query.text());
    scopes.limit(sql, RecordAction.READ);
    conditions.add(sql, query);
    sql.add("limit ?) as counted", atMost);
    return Sql.of(unitOfWork, sql.text(), sql.array()).number();
  }

  public List<PartySummary> summaries(Collection<PartyId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    SqlText sql =
        new SqlText()
            .add("select " + COLUMNS + " from core.party p where p.id = any(?)", List.copyOf(ids));
    return list(scopes.limit(sql, RecordAction.READ).add("order by lower(p.name), p.id"));
  }

  /**
   * A party that was found.
   *
   * @param identifiers all it has
   * @param formerly names, numbers and identifiers of the parties that became part of it
   */
  public record Found(PartySummary party, List<Identifier> identifiers, List<String> formerly) {}

  /** The best hits first: those whose name begins with the text. */
  public List<Found> search(String text, int limit) {
    Map<PartyId, Found> found = new LinkedHashMap<>();
    beginning(text, limit).forEach(hit -> found.put(hit.party().id(), hit));
    if (found.size() < limit) {
      some(text, limit).forEach(hit -> found.putIfAbsent(hit.party().id(), hit));
    }
    return found.values().stream().limit(limit).toList();
  }

  /** Those whose name begins with the text, by name. */
  private List<Found> beginning(String text, int limit) {
    String key = SearchKey.fold(text);
    if (key.isEmpty()) {
      return List.of();
    }
    String start = " " + key;
    boolean longer = start.length() > BEGINNING_LENGTH;
    SqlText sql =
        new SqlText()
            .plannedForItsArguments()
            .add("select " + FOUND + " from core.party p where p.merged_into is null")
            .add(
                "and " + BEGINNING + " like ?",
                (longer ? start.substring(0, BEGINNING_LENGTH) : start) + "%");
    if (longer) {
      sql.add("and starts_with(p.search_text, ?)", start);
    }
    return found(
        scopes
            .limit(sql, RecordAction.READ)
            .add("order by " + BEGINNING + ", p.id limit ?", limit));
  }

  /** Some that have the text anywhere, by name. */
  private List<Found> some(String text, int limit) {
    SqlText sql =
        new SqlText()
            .add(
                "with found as materialized"
                    + " (select * from core.party p where p.merged_into is null")
            .fitting(text);
    return found(
        scopes
            .limit(sql, RecordAction.READ)
            .add("limit ?)", BEST_OF)
            .add("select " + FOUND + " from found p")
            .add("order by lower(p.name), p.id limit ?", limit));
  }

  private List<Found> found(SqlText sql) {
    return Sql.of(unitOfWork, sql.text(), sql.array())
        .list(
            row ->
                new Found(
                    summary(row),
                    Json.list(row.getString("identifiers"), Identifier.class),
                    texts(row.getArray("formerly"))));
  }

  /** The name and status of a party. */
  record Standing(String name, PartyStatus status) {}

  /**
   * How a party stands, or the one it became part of; null when there is none.
   *
   * @param held whether it must not become part of another until the transaction ends
   */
  Standing standing(PartyId id, boolean held) {
    if (!scopes.reaches(id, RecordAction.READ)) {
      return null;
    }
    return Sql.of(
            unitOfWork,
            "select s.name, s.status from core.party p join core.party s"
                + " on s.id = coalesce(p.merged_into, p.id) where p.id = ?"
                + (held ? " for key share of p" : ""),
            id)
        .first(row -> new Standing(row.getString(1), PartyStatus.valueOf(row.getString(2))))
        .orElse(null);
  }

  private List<PartySummary> list(SqlText sql) {
    return Sql.of(unitOfWork, sql.text(), sql.array()).list(PartyLists::summary);
  }

  private static PartySummary summary(ResultSet row) throws SQLException {
    long owner = row.getLong("owner_id");
    UserId ownerId = row.wasNull() ? null : new UserId(owner);
    return new PartySummary(
        new PartyId(row.getLong("id")),
        row.getLong("revision"),
        PartyKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("short_name"),
        row.getString("number"),
        PartyStatus.valueOf(row.getString("status")),
        row.getString("identifier"),
        row.getString("city"),
        row.getString("country"),
        row.getString("phone"),
        row.getString("email"),
        row.getObject("payment_term_days", Integer.class),
        row.getObject("rating", Integer.class),
        ownerId,
        texts(row.getArray("roles")),
        texts(row.getArray("tags")),
        Sql.instant(row, "changed_at"),
        Json.map(row.getString("custom")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  /** The orders of the list; each has an index. */
  private enum PartySort {
    NAME("name", "lower(p.name)", CAPITALS_ASIDE),
    NUMBER("number", "lower(p.number)", CAPITALS_ASIDE),
    STATUS("status", "p.status", "?"),
    CITY("city", "lower(coalesce(p.city, ''))", CAPITALS_ASIDE),
    RATING("rating", "coalesce(p.rating, 0)", "?"),
    CHANGED("changedAt", "p.changed_at", "?");

    private final String field;
    private final String expression;
    private final String argument;

    PartySort(String field, String expression, String argument) {
      this.field = field;
      this.expression = expression;
      this.argument = argument;
    }

    static PartySort of(PageRequest request) {
      return Keyset.sort(request, values(), sort -> sort.field);
    }

    SqlText after(PageRequest request) {
      SqlText sql = new SqlText();
      if (request.after() != null) {
        Keyset place = Keyset.of(request);
        Object value =
            switch (this) {
              case RATING -> place.number();
              case CHANGED -> place.instant();
              default -> place.value();
            };
        String beyond = request.descending() ? "<" : ">";
        sql.add(
            "and (" + expression + ", p.id) " + beyond + " (" + argument + ", ?)",
            value,
            place.id());
      }
      return sql;
    }

    SqlText order(PageRequest request) {
      String direction = request.descending() ? " desc" : "";
      return new SqlText().add("order by " + expression + direction + ", p.id" + direction);
    }

    String cursor(PartySummary last) {
      Object value =
          switch (this) {
            case NAME -> last.name();
            case NUMBER -> last.number();
            case STATUS -> last.status();
            case CITY -> last.city() == null ? "" : last.city();
            case RATING -> last.rating() == null ? 0 : last.rating();
            case CHANGED -> last.changedAt();
          };
      return Cursor.of(Arrays.asList(value, last.id().value()));
    }
  }
}
