package org.kartoteka.core.internal.criteria;

import java.util.Collection;
import java.util.Collections;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.security.UserId;

/** Rows of several owners in one order: of each the first ones, merged. */
public final class OwnersRows {

  private OwnersRows() {}

  /**
   * The statement.
   *
   * @param columns of the rows, as columns of {@code p}
   * @param rows what selects from rows known as {@code p}, the reach aside
   * @param after the condition, begun with {@code and}, that they stand behind a place; may be
   *     empty
   * @param order how they are sorted and limited, in columns of {@code p} that are selected
   */
  public static SqlText merged(
      Collection<UserId> owners, String columns, SqlText rows, SqlText after, SqlText order) {
    // An array would have the database guess how many owners there are, and plan anew each time.
    String circle = String.join(", ", Collections.nCopies(owners.size(), "(?::bigint)"));
    return new SqlText()
        .plannedForItsArguments()
        .add(
            "select " + columns + " from (values " + circle + ") as circle (owner)",
            owners.toArray())
        .add("cross join lateral (")
        .add(rows)
        .add("and p.owner_id = circle.owner")
        .add(after)
        .add(order)
        .add(") p")
        .add(order);
  }
}
