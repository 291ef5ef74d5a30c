package org.kartoteka.core.internal.custom;

import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The indexes of single custom fields: of numbers and dates for ranges, of texts and links for
 * parts. They hold only the rows that have a value. Equal values are found by the index of the
 * whole column. The names of fields consist of small letters, digits and underscores only.
 */
@Component(service = CustomFieldIndexes.class)
public class CustomFieldIndexes {

  private final UnitOfWork unitOfWork;

  @Activate
  public CustomFieldIndexes(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * A value as the index of ranges knows it.
   *
   * @param value the value as text, such as {@code p.custom ->> 'size'}
   * @param number whether it is a number; a date else
   */
  public static String expression(String value, boolean number) {
    return number ? "core.custom_number(" + value + ")" : "(" + value + ") collate \"C\"";
  }

  /** A text as the index of parts knows it. */
  public static String textExpression(String value) {
    return "lower(" + value + ")";
  }

  void add(CustomFieldView field) {
    switch (field.type()) {
      case NUMBER -> range(field, expression(value(field), true));
      case DATE -> range(field, expression(value(field), false));
      case TEXT, LINK ->
          index(field, "using gin ((" + textExpression(value(field)) + ") public.gin_trgm_ops)");
      case CHOICE, YES_NO -> {
        return;
      }
      default -> throw new IllegalArgumentException(field.type().name());
    }
  }

  void remove(CustomFieldView field) {
    update("drop statistics if exists core." + name(field) + "_values");
    update("drop index if exists core." + name(field));
  }

  /**
   * PostgreSQL does not believe what an index of some rows alone tells of their values: without
   * statistics of the values themselves it takes a third of all rows to fit any range.
   */
  private void range(CustomFieldView field, String expression) {
    index(field, "((" + expression + "))");
    update(
        "create statistics if not exists core."
            + name(field)
            + "_values on ("
            + expression
            + ") from core."
            + field.recordType());
    update("analyze core." + field.recordType());
  }

  private void index(CustomFieldView field, String columns) {
    update(
        "create index if not exists "
            + name(field)
            + " on core."
            + field.recordType()
            + " "
            + columns
            + " where ("
            + value(field)
            + ") is not null");
  }

  /** Whether a record has a value of the field. */
  boolean used(CustomFieldView field) {
    return exists(field, "(" + value(field) + ") is not null");
  }

  /** Whether a record has this option of the field. */
  boolean used(CustomFieldView field, String option) {
    return exists(field, "custom @> jsonb_build_object('" + field.name() + "', ?::text)", option);
  }

  private boolean exists(CustomFieldView field, String condition, Object... arguments) {
    return Sql.of(
                unitOfWork,
                "select case when exists (select 1 from core."
                    + field.recordType()
                    + " where "
                    + condition
                    + ") then 1 else 0 end",
                arguments)
            .number()
        > 0;
  }

  private void update(String sql) {
    Sql.of(unitOfWork, sql).update();
  }

  private static String value(CustomFieldView field) {
    return "custom ->> '" + field.name() + "'";
  }

  private static String name(CustomFieldView field) {
    return field.recordType() + "_custom_" + field.id().value();
  }
}
