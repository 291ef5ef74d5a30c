package org.kartoteka.platform.api.print;

import java.util.List;
import java.util.Objects;

/**
 * Groups of fields side by side, such as seller, buyer, and the days of an invoice.
 *
 * @param groups one to four
 */
public record PrintedFields(List<Group> groups) implements PrintedBlock {

  public PrintedFields {
    groups = List.copyOf(groups);
    if (groups.isEmpty() || groups.size() > 4) {
      throw new IllegalArgumentException("groups: " + groups.size());
    }
  }

  /**
   * Fields below one another.
   *
   * @param heading may be empty
   */
  public record Group(String heading, List<Field> fields) {

    public Group {
      heading = heading == null ? "" : heading;
      fields = List.copyOf(fields);
    }
  }

  /**
   * A value with its name.
   *
   * @param label empty when the value speaks for itself
   * @param value a text, a number, a day, an amount; null for nothing
   */
  public record Field(String label, Object value) {

    public Field {
      Objects.requireNonNull(label, "label");
    }

    /** A value that speaks for itself. */
    public static Field of(Object value) {
      return new Field("", value);
    }
  }
}
