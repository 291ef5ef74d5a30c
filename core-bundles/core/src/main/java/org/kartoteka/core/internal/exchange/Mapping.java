package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.kartoteka.core.internal.domain.NetAddress;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Findings;

/** Which column of a table fills which field. */
final class Mapping {

  private static final int MOST_ROWS = 5000;

  /** What the cells of a column must mostly look like that is taken for such a field. */
  private static final Map<String, Predicate<String>> LOOKS =
      Map.of(
          "email",
          NetAddress::isEmail,
          "web",
          NetAddress::isWeb,
          "kind",
          text -> PartyRow.kind(text) != null);

  private Mapping() {}

  /**
   * Guesses by the headings; a column whose cells belie its heading is left out.
   *
   * @return heading to field
   */
  static Map<String, String> guess(RecordImporter importer, Table table, Messages messages) {
    if (table.format() == FileFormat.VCARD) {
      return named(importer, table);
    }
    for (Locale language : Messages.LANGUAGES) {
      Map<String, String> own = titles(importer, messages, language);
      if (table.columns().stream().allMatch(own::containsKey)) {
        return ours(table, own, importer);
      }
    }
    Map<String, String> guess = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ImportField field : importer.fields()) {
      Set<String> names = new HashSet<>();
      names.add(key(field.name()));
      field.aliases().forEach(alias -> names.add(key(alias)));
      for (String column : table.columns()) {
        if (!guess.containsKey(column) && names.contains(key(column)) && taken.add(field.name())) {
          guess.put(column, field.name());
        }
      }
    }
    withoutBelied(guess, table);
    Map<String, String> fitting = importer.guessed(guess);
    Map<String, String> ordered = new LinkedHashMap<>();
    table.columns().stream()
        .filter(fitting::containsKey)
        .forEach(column -> ordered.put(column, fitting.get(column)));
    return ordered;
  }

  /**
   * Checks a mapping that somebody chose; columns without a field are left out.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when it does not fit
   */
  static Map<String, String> checked(
      RecordImporter importer, Table table, Map<String, String> chosen, ImportOptions options) {
    Findings findings = new Findings();
    Map<String, String> mapping = new LinkedHashMap<>();
    chosen.forEach(
        (column, field) -> {
          if (field == null || field.isBlank()) {
            return;
          }
          if (!table.columns().contains(column)) {
            findings.add("mapping", "unknownColumn", String.valueOf(column));
          } else if (importer.fields().stream().noneMatch(one -> one.name().equals(field))) {
            findings.add("mapping", "unknownField", field);
          } else if (mapping.containsValue(field)) {
            findings.add("mapping", "mappedTwice", field);
          } else {
            mapping.put(column, field);
          }
        });
    findings.throwIfAny();
    if (options.mode().creates()) {
      importer
          .missing(Set.copyOf(mapping.values()))
          .forEach(field -> findings.add("mapping", "notMapped", field));
    } else if (mapping.isEmpty()) {
      findings.add("mapping", "nothingMapped");
    }
    findings.throwIfAny();
    return mapping;
  }

  /**
   * Checks that there are such fields.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when one is unknown
   */
  static void requireFields(RecordImporter importer, Map<String, String> mapping) {
    Findings findings = new Findings();
    for (String field : mapping.values()) {
      if (importer.fields().stream().noneMatch(one -> one.name().equals(field))) {
        findings.add("mapping", "unknownField", String.valueOf(field));
      }
    }
    findings.throwIfAny();
  }

  /** What fields are called in a language, also those that are only exported. */
  private static Map<String, String> titles(
      RecordImporter importer, Messages messages, Locale language) {
    Map<String, String> titles = new HashMap<>();
    Set<String> names = new HashSet<>(ExportedOnly.FIELDS);
    importer.fields().forEach(field -> names.add(field.name()));
    for (String name : names) {
      messages
          .find(language, "import." + importer.type() + "." + name)
          .ifPresent(title -> titles.put(title, name));
    }
    importer.fields().stream()
        .filter(field -> field.title() != null)
        .forEach(field -> titles.putIfAbsent(field.title(), field.name()));
    return titles;
  }

  /** The headings are the names of fields. */
  private static Map<String, String> named(RecordImporter importer, Table table) {
    Map<String, String> mapping = new LinkedHashMap<>();
    for (String column : table.columns()) {
      if (importer.fields().stream().anyMatch(field -> field.name().equals(column))) {
        mapping.put(column, column);
      }
    }
    return mapping;
  }

  /** The mapping of a file that we wrote ourselves. */
  private static Map<String, String> ours(
      Table table, Map<String, String> titles, RecordImporter importer) {
    Set<String> fields = new HashSet<>();
    importer.fields().forEach(field -> fields.add(field.name()));
    Map<String, String> mapping = new LinkedHashMap<>();
    for (String column : table.columns()) {
      if (fields.contains(titles.get(column))) {
        mapping.put(column, titles.get(column));
      }
    }
    return mapping;
  }

  private static void withoutBelied(Map<String, String> guess, Table table) {
    Map<String, Integer> places = new HashMap<>();
    guess.forEach(
        (column, field) -> {
          if (LOOKS.containsKey(field)) {
            places.put(column, table.columns().indexOf(column));
          }
        });
    if (places.isEmpty()) {
      return;
    }
    Map<String, int[]> fits = new HashMap<>();
    places.keySet().forEach(column -> fits.put(column, new int[2]));
    table.forEach(
        (number, cells) -> {
          places.forEach(
              (column, place) -> {
                String cell = place < cells.size() ? cells.get(place).strip() : "";
                if (!cell.isEmpty()) {
                  fits.get(column)[LOOKS.get(guess.get(column)).test(cell) ? 1 : 0]++;
                }
              });
          return number < MOST_ROWS;
        });
    for (String column : new ArrayList<>(places.keySet())) {
      int[] counts = fits.get(column);
      if (counts[0] > counts[1]) {
        guess.remove(column);
      }
    }
  }

  private static String key(String heading) {
    String key = SearchKey.fold(heading).replace(" ", "");
    return key.isEmpty() ? heading : key;
  }

  /** The cells of a row as field to text; blank ones are left out unless they are to clear. */
  static Map<String, String> fields(
      Map<String, String> mapping, Map<String, String> named, boolean withBlank) {
    Map<String, String> fields = new LinkedHashMap<>();
    mapping.forEach(
        (column, field) -> {
          String value = named.getOrDefault(column, "");
          if (!value.isBlank()) {
            fields.put(field, value);
          } else if (withBlank) {
            fields.put(field, "");
          }
        });
    return fields;
  }
}
