package org.kartoteka.competitors.internal.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves the rows of one party to another, and back. What was moved is kept as a JSON document: ids
 * of rows that were changed, whole rows that could not stay beside those of the survivor.
 */
@Component(service = Belongings.class)
public class Belongings {

  private static final String IDS =
      " = any(array(select jsonb_array_elements_text(?::jsonb -> '%s')::bigint))";

  private final UnitOfWork unitOfWork;

  @Activate
  public Belongings(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** What belongs to the party. */
  List<MovedRecords> count(PartyId party) {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("strategy-change", "strategy_change where competitor_id = ?");
    tables.put("product", "product where competitor_id = ?");
    tables.put("price-observation", "price_observation where ? in (competitor_id, customer_id)");
    tables.put("presence", "presence where ? in (competitor_id, customer_id)");
    tables.put("watch", "watch where party_id = ?");
    List<MovedRecords> counts = new ArrayList<>();
    tables.forEach(
        (what, from) -> {
          long count =
              Sql.of(unitOfWork, "select count(*) from competitors." + from, party).number();
          if (count > 0) {
            counts.add(new MovedRecords("competitors." + what, count));
          }
        });
    return counts;
  }

  /**
   * Moves everything of the party.
   *
   * @param entered whether the survivor became a competitor for it
   */
  String move(PartyId survivor, PartyId merged, boolean entered) {
    Map<String, String> memo = new LinkedHashMap<>();
    memo.put("entered", Boolean.toString(entered));
    memo.put("changes", moved("strategy_change", "competitor_id", survivor, merged));
    products(memo, survivor, merged);
    memo.put(
        "sameParty",
        rows(
            "delete from competitors.presence t where (competitor_id = ? and customer_id = ?)"
                + " or (competitor_id = ? and customer_id = ?) returning to_jsonb(t)",
            survivor,
            merged,
            merged,
            survivor));
    memo.put("presences", moved("presence", "competitor_id", survivor, merged));
    memo.put("presencesAt", moved("presence", "customer_id", survivor, merged));
    memo.put("pricesAt", moved("price_observation", "customer_id", survivor, merged));
    watches(memo, survivor, merged);
    memo.put("alerts", alerts("competitor_id", survivor, merged));
    memo.put("alertsAt", alerts("customer_id", survivor, merged));
    memo.put(
        "competitor",
        rows(
            "delete from competitors.competitor t where party_id = ? returning to_jsonb(t)",
            merged));
    return memo.entrySet().stream()
        .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Prices of a product that both have go to the survivor's; the other is put aside. */
  private void products(Map<String, String> memo, PartyId survivor, PartyId merged) {
    memo.put(
        "pricesOfBoth",
        rows(
            """
            update competitors.price_observation t
               set product_id = s.id, competitor_id = s.competitor_id, revision = t.revision + 1
              from competitors.product m, competitors.product s
             where m.id = t.product_id and m.competitor_id = ? and s.competitor_id = ?
               and lower(s.name) = lower(m.name)
            returning jsonb_build_object('id', t.id, 'from', m.id, 'to', s.id)
            """,
            merged,
            survivor));
    memo.put(
        "productsOfBoth",
        rows(
            """
            delete from competitors.product t using competitors.product s
             where t.competitor_id = ? and s.competitor_id = ? and lower(s.name) = lower(t.name)
            returning to_jsonb(t)
            """,
            merged,
            survivor));
    memo.put("products", moved("product", "competitor_id", survivor, merged));
    change(
        "update competitors.price_observation set competitor_id = ?, revision = revision + 1"
            + " where competitor_id = ?",
        survivor,
        merged);
  }

  private void watches(Map<String, String> memo, PartyId survivor, PartyId merged) {
    memo.put(
        "newWatchers",
        rows(
            "insert into competitors.watch (user_id, party_id, since)"
                + " select user_id, ?, since from competitors.watch where party_id = ?"
                + " on conflict do nothing returning to_jsonb(user_id)",
            survivor,
            merged));
    memo.put(
        "watches",
        rows("delete from competitors.watch t where party_id = ? returning to_jsonb(t)", merged));
  }

  private String moved(String table, String column, PartyId survivor, PartyId merged) {
    return rows(
        "update competitors."
            + table
            + " set "
            + column
            + " = ?, revision = revision + 1 where "
            + column
            + " = ? returning to_jsonb(id)",
        survivor,
        merged);
  }

  private String alerts(String column, PartyId survivor, PartyId merged) {
    return rows(
        "update competitors.alert set "
            + column
            + " = ? where "
            + column
            + " = ? returning to_jsonb(id)",
        survivor,
        merged);
  }

  /** Puts everything back; tells whether the survivor stays a competitor though it was none. */
  boolean moveBack(PartyId survivor, PartyId merged, String memo) {
    restored("competitor", "competitor", memo);
    back("strategy_change", "competitor_id", "changes", survivor, merged, memo);
    back("product", "competitor_id", "products", survivor, merged, memo);
    restored("product", "productsOfBoth", memo);
    change(
        "update competitors.price_observation t"
            + " set competitor_id = p.competitor_id, revision = t.revision + 1"
            + " from competitors.product p"
            + " where p.id = t.product_id and p.competitor_id = ? and t.competitor_id = ?",
        merged,
        survivor);
    change(
        """
        update competitors.price_observation t
           set product_id = b."from", competitor_id = ?, revision = t.revision + 1
          from jsonb_to_recordset(?::jsonb -> 'pricesOfBoth')
               as b (id bigint, "from" bigint, "to" bigint)
         where t.id = b.id and t.product_id = b."to"
        """,
        merged,
        memo);
    back("presence", "competitor_id", "presences", survivor, merged, memo);
    back("presence", "customer_id", "presencesAt", survivor, merged, memo);
    restored("presence", "sameParty", memo);
    back("price_observation", "customer_id", "pricesAt", survivor, merged, memo);
    restored("watch", "watches", memo);
    change(
        "delete from competitors.watch where party_id = ? and user_id"
            + String.format(IDS, "newWatchers"),
        survivor,
        memo);
    alertsBack("competitor_id", "alerts", survivor, merged, memo);
    alertsBack("customer_id", "alertsAt", survivor, merged, memo);
    return !leaves(survivor, memo);
  }

  private void alertsBack(
      String column, String part, PartyId survivor, PartyId merged, String memo) {
    change(
        "update competitors.alert set "
            + column
            + " = ? where "
            + column
            + " = ? and id"
            + String.format(IDS, part),
        merged,
        survivor,
        memo);
  }

  private void back(
      String table, String column, String part, PartyId survivor, PartyId merged, String memo) {
    change(
        "update competitors."
            + table
            + " set "
            + column
            + " = ?, revision = revision + 1 where "
            + column
            + " = ? and id"
            + String.format(IDS, part),
        merged,
        survivor,
        memo);
  }

  private void restored(String table, String part, String memo) {
    change(
        "insert into competitors."
            + table
            + " select * from jsonb_populate_recordset(null::competitors."
            + table
            + ", ?::jsonb -> '"
            + part
            + "') on conflict do nothing",
        memo);
  }

  /** A survivor that became a competitor by the merge alone is none again. */
  private boolean leaves(PartyId survivor, String memo) {
    boolean entered =
        Sql.of(unitOfWork, "select ?::jsonb ->> 'entered' = 'true'", memo)
            .first(row -> row.getBoolean(1))
            .orElse(false);
    if (!entered) {
      return true;
    }
    return Sql.of(
                unitOfWork,
                """
                delete from competitors.competitor c
                 where party_id = ? and changed_at = created_at
                   and not exists (select 1 from competitors.strategy_change t
                                    where t.competitor_id = c.party_id)
                   and not exists (select 1 from competitors.product t
                                    where t.competitor_id = c.party_id)
                   and not exists (select 1 from competitors.presence t
                                    where t.competitor_id = c.party_id)
                   and not exists (select 1 from competitors.alert t
                                    where t.competitor_id = c.party_id)
                """,
                survivor)
            .update()
        > 0;
  }

  private String rows(String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments).list(row -> row.getString(1)).stream()
        .collect(Collectors.joining(",", "[", "]"));
  }

  private void change(String sql, Object... arguments) {
    Sql.of(unitOfWork, sql, arguments).update();
  }
}
