package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.i18n.Messages;

/** Custom fields as columns of files; a cell holds what is kept, so that it can be read again. */
final class CustomColumns {

  static final String PREFIX = "custom.";

  private CustomColumns() {}

  /** The fields that an import can fill. */
  static List<ImportField> imported(CustomFields fields, String type, Locale locale) {
    return fields.of(type).stream()
        .map(
            field ->
                new ImportField(PREFIX + field.name(), false, labels(field), field.label(locale)))
        .toList();
  }

  /** The fields that an export can hand out. */
  static List<ExportField> exported(CustomFields fields, String type, Locale locale) {
    return fields.of(type).stream()
        .map(field -> new ExportField(PREFIX + field.name(), field.label(locale), null))
        .toList();
  }

  /** The values as cells. */
  static void into(Map<String, String> cells, Map<String, Object> custom) {
    if (custom != null) {
      custom.forEach((name, value) -> cells.put(PREFIX + name, String.valueOf(value)));
    }
  }

  /** The values with what the cells say; an empty cell takes a value out. */
  static Map<String, Object> values(Map<String, String> cells, Map<String, Object> present) {
    Map<String, Object> values =
        present == null ? new LinkedHashMap<>() : new LinkedHashMap<>(present);
    boolean any = false;
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      if (cell.getKey().startsWith(PREFIX)) {
        any = true;
        String name = cell.getKey().substring(PREFIX.length());
        if (cell.getValue().isBlank()) {
          values.remove(name);
        } else {
          values.put(name, cell.getValue());
        }
      }
    }
    return any ? values : present;
  }

  private static List<String> labels(CustomFieldView field) {
    List<String> labels = new ArrayList<>(List.of(field.name()));
    for (Locale language : Messages.LANGUAGES) {
      labels.add(field.label(language).toLowerCase(language));
    }
    return labels.stream().distinct().toList();
  }
}
