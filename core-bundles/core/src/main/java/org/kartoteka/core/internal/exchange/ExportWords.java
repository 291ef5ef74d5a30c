package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.FileFormat;

/** Says codes in the reader's words in the files that are tables. */
final class ExportWords {

  private final List<String> prefixes;
  private final UnaryOperator<String> texts;
  private final Map<String, String> said = new HashMap<>();

  private ExportWords(List<String> prefixes, UnaryOperator<String> texts) {
    this.prefixes = prefixes;
    this.texts = texts;
  }

  /**
   * For a file.
   *
   * @param columns the names of its columns
   * @param texts the text of a key in the reader's language
   */
  static ExportWords of(
      FileFormat format,
      List<String> columns,
      List<ExportField> fields,
      UnaryOperator<String> texts) {
    Map<String, String> words = new HashMap<>();
    if (format.isTable()) {
      fields.forEach(field -> words.put(field.name(), field.words()));
    }
    List<String> prefixes = new ArrayList<>();
    columns.forEach(column -> prefixes.add(words.get(column)));
    return new ExportWords(prefixes, texts);
  }

  /** The cells as the file shows them. */
  List<String> of(List<String> cells) {
    List<String> shown = new ArrayList<>(cells);
    for (int i = 0; i < shown.size(); i++) {
      String code = shown.get(i);
      if (prefixes.get(i) != null && code != null) {
        shown.set(i, said.computeIfAbsent(prefixes.get(i) + "." + code, texts));
      }
    }
    return shown;
  }
}
