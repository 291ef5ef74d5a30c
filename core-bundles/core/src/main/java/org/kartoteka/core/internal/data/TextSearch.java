package org.kartoteka.core.internal.data;

import java.util.List;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The part of a sorted list's statement that looks for a text. What few records hold is looked up
 * in the index of trigrams first and sorted afterwards; what many hold is filtered along the list's
 * order, since a page is full soon.
 */
@Component(service = TextSearch.class)
public class TextSearch {

  private static final int FEW = 2000;

  private final UnitOfWork unitOfWork;

  @Activate
  public TextSearch(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * A statement up to its conditions: {@code select <columns> from <source> where true}, and what
   * the text asks for. The table that holds {@code search_text} is known as {@code p}.
   *
   * @param text null for any
   */
  public SqlText select(String columns, String table, String joins, String text) {
    SqlText sql = new SqlText();
    String from = "select " + columns + " from " + table + " p " + joins;
    if (text == null) {
      return sql.add(from + " where true");
    }
    List<List<String>> patterns = SearchKey.patterns(text);
    if (isRare(table, patterns)) {
      return sql.add("with found as materialized (select id from " + table + " where")
          .like("search_text", patterns)
          .add(")")
          .add(from + " join found on found.id = p.id where true");
    }
    return sql.add(from + " where (").like("p.search_text", patterns).add(") is true");
  }

  /** A condition that the text asks for, begun with {@code and}, for counting. */
  public static SqlText condition(String text) {
    SqlText sql = new SqlText();
    return text == null ? sql : sql.add("and").like("p.search_text", SearchKey.patterns(text));
  }

  private boolean isRare(String table, List<List<String>> patterns) {
    SqlText sql =
        new SqlText()
            .add("select count(*) from (select 1 from " + table + " where")
            .like("search_text", patterns)
            .add("limit ?) as counted", FEW + 1);
    return Sql.of(unitOfWork, sql.text(), sql.array()).number() <= FEW;
  }
}
