package org.kartoteka.core.internal.duplicate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.duplicate.CardKeys.Pair;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pairs that were found, and what people said of them. */
@Component(service = DuplicatePairs.class)
public class DuplicatePairs {

  private final UnitOfWork unitOfWork;
  private final PartyScopes scopes;

  @Activate
  public DuplicatePairs(@Reference UnitOfWork unitOfWork, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.scopes = scopes;
  }

  /** A pair as it is kept. */
  record Row(
      long first,
      long second,
      int score,
      List<Resemblance> resemblances,
      Instant foundAt,
      Instant dismissedAt,
      String dismissedBy) {}

  /**
   * Forgets the pairs of these cards that wait for a decision: they are one with another card, or
   * will be compared anew.
   */
  public void forget(Compared what, Collection<Long> cards) {
    Sql.of(
            unitOfWork,
            "delete from "
                + what.pairs()
                + " where dismissed_at is null"
                + " and (first_id = any(?::bigint[]) or second_id = any(?::bigint[]))",
            cards,
            cards)
        .update();
  }

  /** Keeps pairs; what was said of a pair stays. */
  void keep(Compared what, Map<Pair, Likeness> pairs, Instant now) {
    if (pairs.isEmpty()) {
      return;
    }
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();
    List<Integer> scores = new ArrayList<>();
    List<String> resemblances = new ArrayList<>();
    pairs.forEach(
        (pair, likeness) -> {
          first.add(pair.first());
          second.add(pair.second());
          scores.add(likeness.score());
          resemblances.add(
              String.join(",", likeness.resemblances().stream().map(Enum::name).toList()));
        });
    Sql.of(
            unitOfWork,
            String.format(
                """
                insert into %s (first_id, second_id, score, resemblances, found_at)
                select f, s, score, string_to_array(found, ','), ?
                  from unnest(?::bigint[], ?::bigint[], ?::int[], ?::text[])
                    as n (f, s, score, found)
                on conflict (first_id, second_id) do update
                   set score = excluded.score, resemblances = excluded.resemblances
                """,
                what.pairs()),
            now,
            first,
            second,
            scores,
            resemblances)
        .update();
  }

  /** Says that both cards are right; tells whether there is such a pair for the user. */
  boolean dismiss(Compared what, Pair pair, Act act) {
    SqlText sql =
        new SqlText()
            .add("update " + what.pairs())
            .add("set dismissed_at = coalesce(dismissed_at, ?),", act.at())
            .add("dismissed_by = coalesce(dismissed_by, ?)", act.by());
    return decide(what, pair, sql);
  }

  /** Takes a dismissal back; tells whether there is such a pair for the user. */
  boolean reopen(Compared what, Pair pair) {
    SqlText sql = new SqlText().add("update " + what.pairs());
    return decide(what, pair, sql.add("set dismissed_at = null, dismissed_by = null"));
  }

  /** The cards that somebody, as far as the user may see them, told apart from this one. */
  Set<Long> dismissed(Compared what, long card) {
    SqlText sql =
        new SqlText()
            .add("select first_id + second_id - ? from " + what.pairs(), card)
            .add("where dismissed_at is not null and (first_id = ? or second_id = ?)", card, card);
    limit(what, sql);
    return Set.copyOf(Sql.of(unitOfWork, sql.text(), sql.array()).list(row -> row.getLong(1)));
  }

  private boolean decide(Compared what, Pair pair, SqlText sql) {
    sql.add("where first_id = ? and second_id = ?", pair.first(), pair.second());
    limit(what, sql);
    return Sql.of(unitOfWork, sql.text(), sql.array()).update() > 0;
  }

  /** How many pairs wait for a decision, counted up to the given number at most. */
  long open(Compared what, int atMost) {
    SqlText sql =
        new SqlText()
            .add("select count(*) from")
            .add("(select 1 from " + what.pairs() + " where dismissed_at is null");
    limit(what, sql).add("limit ?) counted", atMost);
    return Sql.of(unitOfWork, sql.text(), sql.array()).number();
  }

  /** The owners of cards, each once; null among them for cards that nobody owns. */
  List<UserId> owners(Compared what, Collection<Long> cards) {
    List<UserId> owners = new ArrayList<>();
    if (!cards.isEmpty()) {
      Sql.of(
              unitOfWork,
              "select distinct coalesce(owner_id, 0) from "
                  + what.cards()
                  + " where id = any(?::bigint[]) and merged_into is null",
              cards)
          .list(row -> owners.add(row.getLong(1) == 0 ? null : new UserId(row.getLong(1))));
    }
    return owners;
  }

  /** Only pairs of which the user may see both. */
  private SqlText limit(Compared what, SqlText sql) {
    for (String column : List.of("first_id", "second_id")) {
      if (what == Compared.PERSON) {
        scopes.limitPersons(sql, RecordAction.READ, column);
      } else {
        scopes.limit(sql, RecordAction.READ, column);
      }
    }
    return sql;
  }

  /**
   * A page of pairs, the likeliest first.
   *
   * @param card pairs with this card; null means any
   */
  Page<Row> page(Compared what, Long card, boolean dismissed, PageRequest request) {
    SqlText sql =
        new SqlText()
            .add("select * from " + what.pairs() + " where dismissed_at is")
            .add(dismissed ? "not null" : "null");
    if (card != null) {
      sql.add("and (first_id = ? or second_id = ?)", card, card);
    }
    limit(what, sql);
    if (request.after() != null) {
      long[] place = place(request);
      sql.add("and (score, first_id, second_id) < (?, ?, ?)", (int) place[0], place[1], place[2]);
    }
    sql.add("order by score desc, first_id desc, second_id desc limit ?", request.limit() + 1);
    List<Row> rows = Sql.of(unitOfWork, sql.text(), sql.array()).list(DuplicatePairs::row);
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<Row> items = rows.subList(0, request.limit());
    Row last = items.get(items.size() - 1);
    return new Page<>(items, Cursor.of(List.of(last.score(), last.first(), last.second())));
  }

  private static long[] place(PageRequest request) {
    try {
      return Cursor.values(request.after(), 3).stream().mapToLong(Long::parseLong).toArray();
    } catch (NumberFormatException foreign) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    Array resemblances = row.getArray("resemblances");
    return new Row(
        row.getLong("first_id"),
        row.getLong("second_id"),
        row.getInt("score"),
        Stream.of((String[]) resemblances.getArray())
            .filter(
                name -> Arrays.stream(Resemblance.values()).anyMatch(r -> r.name().equals(name)))
            .map(Resemblance::valueOf)
            .toList(),
        Sql.instant(row, "found_at"),
        Sql.instant(row, "dismissed_at"),
        row.getString("dismissed_by"));
  }
}
