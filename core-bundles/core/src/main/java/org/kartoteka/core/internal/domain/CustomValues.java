package org.kartoteka.core.internal.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.record.CleanText;

/** The values of a record's custom fields, by the fields that its type of record has. */
public final class CustomValues {

  private static final int NAME = 100;

  private final Map<String, CustomFieldView> fields = new HashMap<>();

  /**
   * By these fields.
   *
   * @param fields of one type of record, archived ones too
   */
  public CustomValues(List<CustomFieldView> fields) {
    fields.forEach(field -> this.fields.put(field.name(), field));
  }

  /** The values of a new record in their form; what is wrong with them is noted. */
  public Map<String, Object> normal(Map<String, Object> given, Findings findings) {
    Map<String, Object> normal = values(given, Map.of(), findings);
    for (CustomFieldView field : fields.values()) {
      if (field.required() && !field.archived() && given(given, field) == null) {
        findings.add(field.path(), "required");
      }
    }
    return normal;
  }

  /**
   * The values of a changed record in their form; what is wrong with them is noted. Values of
   * archived fields stay. One that was missing before its field was required may be missing still.
   */
  public Map<String, Object> normal(
      Map<String, Object> given, Map<String, Object> before, Findings findings) {
    Map<String, Object> normal = values(given, before, findings);
    for (CustomFieldView field : fields.values()) {
      if (field.archived() && before.containsKey(field.name())) {
        normal.put(field.name(), before.get(field.name()));
      } else if (field.required()
          && before.containsKey(field.name())
          && given(given, field) == null) {
        findings.add(field.path(), "required");
      }
    }
    return new LinkedHashMap<>(new TreeMap<>(normal));
  }

  private Map<String, Object> values(
      Map<String, Object> given, Map<String, Object> before, Findings findings) {
    Map<String, Object> normal = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          CustomFieldView field = fields.get(name);
          if (value == null || value.equals(before.get(name))) {
            if (value != null) {
              normal.put(name, value);
            }
            return;
          }
          if (field == null || field.archived()) {
            findings.add("custom." + shortened(name), "customUnknown", shortened(name));
            return;
          }
          Object cleaned = CustomValue.normal(field, value, findings);
          if (cleaned != null) {
            normal.put(name, cleaned);
          }
        });
    return new LinkedHashMap<>(normal);
  }

  private static Object given(Map<String, Object> given, CustomFieldView field) {
    Object value = given.get(field.name());
    return value == null || value.toString().isBlank() ? null : value;
  }

  private static String shortened(String name) {
    String line = CleanText.line(name);
    if (line == null) {
      return "?";
    }
    return line.length() <= NAME ? line : line.substring(0, NAME) + "…";
  }
}
