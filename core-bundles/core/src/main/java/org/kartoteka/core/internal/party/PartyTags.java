package org.kartoteka.core.internal.party;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kartoteka.core.api.party.PartyRegister.TagView;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How many parties carry each tag. Whoever tags a party only adds a row that says so and waits for
 * nobody; the number is the sum of these rows, which are summed up from time to time.
 */
@Component(service = PartyTags.class)
public class PartyTags {

  private static final int MOST = 1000;

  private final UnitOfWork unitOfWork;
  private final PartyScopes scopes;

  @Activate
  public PartyTags(@Reference UnitOfWork unitOfWork, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.scopes = scopes;
  }

  /** A party has other tags than before; written with the next {@link #write}. */
  public void changed(List<String> before, List<String> after) {
    if (before.equals(after)) {
      return;
    }
    Map<String, Integer> changes = changes();
    before.forEach(tag -> changes.merge(tag, -1, Integer::sum));
    after.forEach(tag -> changes.merge(tag, 1, Integer::sum));
  }

  /** Writes what changed. */
  void write() {
    Map<String, Integer> changes = changes();
    changes.values().removeIf(change -> change == 0);
    if (!changes.isEmpty()) {
      Sql.of(
              unitOfWork,
              "insert into core.tag_use (tag, parties) select * from unnest(?::text[], ?::bigint[])",
              List.copyOf(changes.keySet()),
              List.copyOf(changes.values()))
          .update();
      changes.clear();
    }
  }

  /** The tags in use, the most used first. */
  List<TagView> inUse() {
    return scopes.reachesAll(RecordAction.READ) ? ofAll() : withinReach();
  }

  /** Those of the parties that the user may see, counted one by one. */
  private List<TagView> withinReach() {
    SqlText sql =
        new SqlText()
            .add("select tag, count(*) from core.party p cross join unnest(p.tags) as tag")
            .add("where p.merged_into is null");
    scopes
        .limit(sql, RecordAction.READ)
        .add("group by tag order by count(*) desc, tag limit ?", MOST);
    return Sql.of(unitOfWork, sql.text(), sql.array())
        .list(row -> new TagView(row.getString(1), row.getLong(2)));
  }

  private List<TagView> ofAll() {
    return Sql.of(
            unitOfWork,
            """
            select tag, sum(parties) from core.tag_use
             group by tag having sum(parties) > 0 order by sum(parties) desc, tag limit ?
            """,
            MOST)
        .list(row -> new TagView(row.getString(1), row.getLong(2)));
  }

  /**
   * Puts one row in the place of all that are there. Rows that others add meanwhile are not seen
   * and stay; those that another sums up at the same time are gone when this gets to them.
   */
  void sumUp() {
    Sql.of(
            unitOfWork,
            """
            with summed as (delete from core.tag_use returning tag, parties)
            insert into core.tag_use (tag, parties)
            select tag, sum(parties) from summed group by tag having sum(parties) <> 0
            """)
        .update();
  }

  private Map<String, Integer> changes() {
    return unitOfWork.resource(this, TreeMap::new, done -> {});
  }
}
