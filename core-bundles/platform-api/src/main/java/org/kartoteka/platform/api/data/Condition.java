package org.kartoteka.platform.api.data;

import java.util.List;

/**
 * A piece of a statement that narrows it, with its arguments.
 *
 * @param sql with a {@code ?} for each argument; empty when nothing is narrowed
 */
public record Condition(String sql, List<Object> arguments) {

  public Condition {
    arguments = List.copyOf(arguments);
  }

  /** Whether every row is in reach, so that nothing need be added to a statement. */
  public boolean isAll() {
    return sql.isEmpty();
  }

  /** The same condition, which rows also meet that have nothing in the column. */
  public Condition orMissing(String column) {
    return isAll() ? this : new Condition("(" + column + " is null or " + sql + ")", arguments);
  }

  /** The arguments as they are handed to {@link Sql}. */
  public Object[] array() {
    return arguments.toArray();
  }
}
