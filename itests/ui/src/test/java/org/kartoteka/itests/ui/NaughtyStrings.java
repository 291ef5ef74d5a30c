package org.kartoteka.itests.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Strings that have broken other programs. */
final class NaughtyStrings {

  private static final int SHOWN = 1_000;

  private NaughtyStrings() {}

  /** All of them. */
  static List<String> all() {
    List<String> strings = new ArrayList<>();
    Path file = Path.of(System.getProperty("kartoteka.root"), "itests/data/naughty/blns.json");
    try {
      new ObjectMapper().readTree(file.toFile()).forEach(one -> strings.add(one.asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    strings.add("nul \u0000 inside");
    strings.add("lone surrogate \ud83d inside");
    strings.add("a".repeat(100_000));
    return strings;
  }

  /** Those that a page could take for its own. */
  static List<String> dangerous() {
    return all().stream()
        .filter(text -> text.contains("<") || text.contains("javascript:"))
        .filter(text -> text.length() < SHOWN)
        .toList();
  }

  /** The beginning of one, for a message. */
  static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
