package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.platform.api.problem.Findings;

/** How a custom field may be defined. */
public final class CustomFieldRules {

  private static final Set<String> TYPES = Set.of("party", "person");
  private static final Set<String> LANGUAGES = Set.of("en", "pl", "bg", "ru");
  private static final int MOST_OPTIONS = 200;
  private static final int LAST = 10_000;

  private final Findings findings = new Findings();
  private final CustomFieldData given;

  private CustomFieldRules(CustomFieldData given) {
    this.given = given;
  }

  /**
   * The data in their normal form.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput with all errors
   */
  public static CustomFieldData normal(CustomFieldData given) {
    return new CustomFieldRules(given).normal();
  }

  private CustomFieldData normal() {
    String recordType = findings.requiredLine("recordType", given.recordType(), 50);
    if (recordType != null && !TYPES.contains(recordType)) {
      findings.add("recordType", "customRecordType");
    }
    String name = findings.requiredLine("name", given.name(), 50);
    if (name != null && !name.matches("[a-z][a-z0-9_]*")) {
      findings.add("name", "customName");
    }
    if (given.type() == null) {
      findings.add("type", "required");
    }
    Map<String, String> labels = labels("labels", given.labels());
    if (labels.isEmpty()) {
      findings.add("labels", "required");
    }
    findings.range("position", given.position(), 0, LAST);
    List<CustomFieldOption> options = options();
    findings.throwIfAny();
    return new CustomFieldData(
        recordType,
        name,
        labels,
        given.type(),
        options,
        given.required(),
        given.position(),
        given.archived());
  }

  private Map<String, String> labels(String field, Map<String, String> labels) {
    Map<String, String> normal = new TreeMap<>();
    labels.forEach(
        (language, label) -> {
          if (!LANGUAGES.contains(language)) {
            findings.add(field, "customLanguage", String.valueOf(language));
            return;
          }
          String line = findings.line(field + "." + language, label, 100);
          if (line != null) {
            normal.put(language, line);
          }
        });
    return new LinkedHashMap<>(normal);
  }

  private List<CustomFieldOption> options() {
    List<CustomFieldOption> all = findings.atMost("options", given.options(), MOST_OPTIONS);
    if (given.type() != CustomFieldType.CHOICE) {
      if (!all.isEmpty()) {
        findings.add("options", "notAllowed");
      }
      return List.of();
    }
    if (given.options().isEmpty()) {
      findings.add("options", "required");
    }
    List<CustomFieldOption> normal = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String place = "options[" + i + "]";
      String code = findings.requiredLine(place + ".code", all.get(i).code(), 50);
      if (code != null && !code.matches("[A-Za-z0-9_-]+")) {
        findings.add(place + ".code", "customCode");
      } else if (code != null && !codes.add(code)) {
        findings.add(place + ".code", "duplicate");
      }
      normal.add(new CustomFieldOption(code, labels(place + ".labels", all.get(i).labels())));
    }
    return normal;
  }
}
