package org.kartoteka.core.api.custom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A custom field.
 *
 * @param index how far the index is by which records are found and sorted by it
 */
public record CustomFieldView(
    CustomFieldId id,
    long revision,
    String recordType,
    String name,
    Map<String, String> labels,
    CustomFieldType type,
    List<CustomFieldOption> options,
    boolean required,
    int position,
    boolean archived,
    CustomFieldIndex index)
    implements Versioned {

  public CustomFieldView {
    labels = labels == null ? Map.of() : labels;
    options = options == null ? List.of() : List.copyOf(options);
  }

  /** What an administrator can change of it. */
  public CustomFieldData data() {
    return new CustomFieldData(
        recordType, name, labels, type, options, required, position, archived);
  }

  /** Its label in the language; in another one when it has none, its name when it has no label. */
  public String label(Locale locale) {
    return label(labels, locale, name);
  }

  /** The label of one of its options; the code itself when there is no such option. */
  public String optionLabel(String code, Locale locale) {
    return options.stream()
        .filter(option -> option.code().equals(code))
        .findFirst()
        .map(option -> label(option.labels(), locale, code))
        .orElse(code);
  }

  /** The name under which errors, filters and the history know it. */
  public String path() {
    return "custom." + name;
  }

  private static String label(Map<String, String> labels, Locale locale, String otherwise) {
    String own = labels.get(locale.getLanguage());
    if (own == null) {
      own = labels.get("en");
    }
    return own != null ? own : labels.values().stream().findFirst().orElse(otherwise);
  }
}
