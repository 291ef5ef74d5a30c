package org.kartoteka.itests.architecture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rule 7: texts stand in language files, and these are complete. */
class TextsTest {

  private final House house = House.ours();

  @Test
  void every_language_has_the_same_texts() {
    Violations.none("the same texts in en, pl, bg, ru", inAll(TextRules::languages));
  }

  @Test
  void every_text_that_the_code_asks_for_exists() {
    Set<String> known = known();

    Violations.none(
        "texts that the code asks for exist",
        house.bundles().stream()
            .flatMap(bundle -> TextRules.missingKeys(bundle, known).stream())
            .toList());
  }

  @Test
  void every_record_that_may_be_missing_has_a_name() {
    Set<String> known = known();

    Violations.none(
        "records have names for people",
        house.bundles().stream()
            .flatMap(bundle -> TextRules.nameless(bundle, known).stream())
            .toList());
  }

  @Test
  void no_text_for_people_stands_in_a_view() {
    Violations.none("no literal text in views", inAll(TextRules::literals));
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>();
    for (HouseBundle bundle : house.bundles()) {
      TextRules.englishFiles(bundle).forEach(file -> known.addAll(TextRules.texts(file).keySet()));
    }
    return known;
  }

  private List<String> inAll(Function<HouseBundle, List<String>> check) {
    return house.bundles().stream()
        .flatMap(bundle -> check.apply(bundle).stream().map(found -> bundle.name() + ": " + found))
        .toList();
  }
}
