package org.kartoteka.core.internal.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kartoteka.core.internal.domain.SearchKey;

/** A native SQL statement in the making: its text and its arguments grow together. */
public final class SqlText {

  /** The pool's connections plan a statement that begins with a comment each time anew. */
  private static final String PLANNED_ANEW = "/*planned for its arguments*/ ";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> arguments = new ArrayList<>();
  private String mark = "";

  /** Adds text with a {@code ?} for each argument. */
  public SqlText add(String part, Object... values) {
    text.append(part).append(' ');
    Collections.addAll(arguments, values);
    return this;
  }

  /** Adds another statement's text with its arguments. */
  public SqlText add(SqlText part) {
    text.append(part.text);
    arguments.addAll(part.arguments);
    mark = mark.isEmpty() ? part.mark : mark;
    return this;
  }

  /** Says that the best way to the rows depends on what the arguments are. */
  public SqlText plannedForItsArguments() {
    mark = PLANNED_ANEW;
    return this;
  }

  /** Says that one way to the rows is the best whatever the arguments are. */
  public SqlText plannedOnce() {
    mark = "";
    return this;
  }

  /** Adds a condition that the column holds all patterns of one of the lists. */
  public SqlText like(String column, List<List<String>> alternatives) {
    if (alternatives.isEmpty()) {
      return add("false");
    }
    plannedForItsArguments();
    String or = "(";
    for (List<String> patterns : alternatives) {
      String and = or + "(";
      for (String pattern : patterns) {
        add(and + column + " like ?", pattern);
        and = "and ";
      }
      add(")");
      or = "or ";
    }
    return add(")");
  }

  /** Adds a condition, begun with {@code and}, that the row known as {@code p} fits the text. */
  public SqlText fitting(String wanted) {
    return wanted == null ? this : add("and").like("p.search_text", SearchKey.patterns(wanted));
  }

  public String text() {
    return mark + text;
  }

  /** The text as a part of another statement. */
  public String bare() {
    return text.toString();
  }

  public List<Object> arguments() {
    return arguments;
  }

  public Object[] array() {
    return arguments.toArray();
  }
}
