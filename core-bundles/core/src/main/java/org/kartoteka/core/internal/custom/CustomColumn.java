package org.kartoteka.core.internal.custom;

import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;

/**
 * The values of a custom field in SQL, just as the indexes of the field know them. The names of
 * fields consist of small letters, digits and underscores only.
 */
final class CustomColumn {

  /** Of a text so many characters tell its place in an order. */
  static final int SORTED = 100;

  private final CustomFieldType type;
  private final String value;

  private CustomColumn(CustomFieldType type, String value) {
    this.type = type;
    this.value = value;
  }

  /** The field in the definition of an index. */
  static CustomColumn of(CustomFieldView field) {
    return new CustomColumn(field.type(), "custom ->> '" + field.name() + "'");
  }

  /** The field of the row known as {@code p}. */
  static CustomColumn inRow(CustomFieldView field) {
    return new CustomColumn(field.type(), "p.custom ->> '" + field.name() + "'");
  }

  /** What rows are sorted by, and ranges compared with. */
  String order() {
    return switch (type) {
      case NUMBER -> "core.custom_number(" + value + ")";
      case DATE, CHOICE, YES_NO -> "(" + value + ") collate \"C\"";
      case TEXT, LINK -> "left(" + value + ", " + SORTED + ") collate \"und-x-icu\"";
    };
  }

  /** An argument that {@link #order()} is compared with. */
  String argument() {
    return type == CustomFieldType.NUMBER ? "?::numeric" : "?";
  }

  /** A text in which parts are looked for. */
  String parts() {
    return "lower(" + value + ")";
  }

  String present() {
    return "(" + value + ") is not null";
  }

  String missing() {
    return "(" + value + ") is null";
  }

  boolean isText() {
    return type == CustomFieldType.TEXT || type == CustomFieldType.LINK;
  }

  boolean isRange() {
    return type == CustomFieldType.NUMBER || type == CustomFieldType.DATE;
  }
}
