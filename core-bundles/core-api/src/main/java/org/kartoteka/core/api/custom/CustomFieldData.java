package org.kartoteka.core.api.custom;

import java.util.List;
import java.util.Map;

/**
 * All that an administrator says of a custom field.
 *
 * @param recordType {@code party} or {@code person}; cannot be changed later
 * @param name {@code [a-z][a-z0-9_]*}, up to 50 characters, unique within the type of record;
 *     cannot be changed later
 * @param labels what people read, by language (en, pl, bg, ru); one is enough for all
 * @param type cannot be changed later
 * @param options of a choice, in their order; none for other types
 * @param required whether a new record needs a value and an old one must not lose it
 * @param position fields are shown in the order of their positions
 * @param archived whether it is hidden; its values stay and come back with it
 */
public record CustomFieldData(
    String recordType,
    String name,
    Map<String, String> labels,
    CustomFieldType type,
    List<CustomFieldOption> options,
    boolean required,
    int position,
    boolean archived) {

  public CustomFieldData {
    labels = labels == null ? Map.of() : labels;
    options = options == null ? List.of() : List.copyOf(options);
  }

  /** A field with one label for all languages. */
  public static CustomFieldData of(
      String recordType, String name, String label, CustomFieldType type) {
    return new CustomFieldData(
        recordType, name, Map.of("en", label), type, List.of(), false, 0, false);
  }
}
