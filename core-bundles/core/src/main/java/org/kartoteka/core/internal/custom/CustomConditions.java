package org.kartoteka.core.internal.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kartoteka.core.api.custom.CustomCondition;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.CustomValue;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.problem.Findings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Conditions on custom fields of the row known as {@code p}. */
@Component(service = CustomConditions.class)
public class CustomConditions {

  private final CustomFieldBook book;

  @Activate
  public CustomConditions(@Reference CustomFieldBook book) {
    this.book = book;
  }

  /**
   * Adds the conditions, each begun with {@code and}.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when a field is asked for what it does
   *     not have
   */
  public void add(SqlText sql, String recordType, Map<String, CustomCondition> conditions) {
    if (conditions.isEmpty()) {
      return;
    }
    sql.plannedForItsArguments();
    Findings findings = new Findings();
    new TreeMap<>(conditions)
        .forEach(
            (name, condition) ->
                book.named(recordType, name)
                    .ifPresentOrElse(
                        field -> add(sql, field, condition, findings),
                        () -> findings.add("custom." + name, "customUnknown", name)));
    findings.throwIfAny();
  }

  private static void add(
      SqlText sql, CustomFieldView field, CustomCondition condition, Findings findings) {
    CustomColumn column = CustomColumn.inRow(field);
    anyOf(sql, field, condition, findings);
    if (condition.contains() != null) {
      if (column.isText()) {
        sql.add(
            "and " + column.parts() + " like ? and " + column.present(),
            "%" + escaped(condition.contains().toLowerCase(Locale.ROOT)) + "%");
      } else {
        findings.add(field.path() + ".contains", "customCondition");
      }
    }
    if (condition.from() != null || condition.to() != null) {
      if (column.isRange()) {
        bound(sql, field, ">=", "from", condition.from(), findings);
        bound(sql, field, "<=", "to", condition.to(), findings);
        sql.add("and " + column.present());
      } else {
        findings.add(field.path() + ".from", "customCondition");
      }
    }
    if (condition.without()) {
      sql.add("and " + column.missing());
    }
  }

  private static void anyOf(
      SqlText sql, CustomFieldView field, CustomCondition condition, Findings findings) {
    List<String> wanted = new ArrayList<>();
    for (String value : condition.anyOf().stream().sorted().toList()) {
      Object normal = CustomValue.normal(field, value, findings);
      if (normal != null) {
        wanted.add(Json.write(Map.of(field.name(), normal)));
      }
    }
    if (wanted.size() == 1) {
      sql.add("and p.custom <> '{}' and p.custom @> ?::jsonb", wanted.get(0));
    } else if (!wanted.isEmpty()) {
      sql.add("and p.custom <> '{}' and p.custom @> any(?::jsonb[])", wanted);
    }
  }

  private static void bound(
      SqlText sql,
      CustomFieldView field,
      String comparison,
      String end,
      String value,
      Findings findings) {
    if (value == null) {
      return;
    }
    Findings wrong = new Findings();
    Object normal = CustomValue.normal(field, value, wrong);
    if (normal == null) {
      boolean number = field.type() == CustomFieldType.NUMBER;
      findings.add(field.path() + "." + end, number ? "customNumber" : "date");
      return;
    }
    CustomColumn column = CustomColumn.inRow(field);
    sql.add("and " + column.order() + " " + comparison + " " + column.argument(), normal);
  }

  private static String escaped(String part) {
    return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
