package org.kartoteka.core.internal.data;

import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/**
 * Rows that fit a text. PostgreSQL, which takes hits to lie evenly in the order of a list, would
 * walk through nearly all of it to find the first page of a rare text: few hits are found first and
 * sorted then.
 */
public final class Hits {

  private static final int FEW = 5000;

  private Hits() {}

  /**
   * The same rows, by their ids when they are few.
   *
   * @param from from which table, known as {@code p}, and what is joined to it
   * @param conditions what the rows must fulfil, a text among it
   */
  public static SqlText of(UnitOfWork unitOfWork, String from, SqlText conditions) {
    SqlText rows = new SqlText().add("from " + from + " where").add(conditions);
    SqlText ids = new SqlText().add("select p.id").add(rows).add("limit ?", FEW + 1);
    List<Long> hits = Sql.of(unitOfWork, ids.text(), ids.array()).list(row -> row.getLong(1));
    return hits.size() > FEW
        ? rows
        : new SqlText()
            .add(
                "from " + from + " where p.id = any(string_to_array(?, ',')::bigint[])",
                hits.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }
}
