package org.kartoteka.core.internal.search;

import java.util.List;
import org.kartoteka.core.internal.domain.SearchKey;

/** Says by what a card was found that another one, which became part of it, was called. */
final class FormerNames {

  private FormerNames() {}

  /**
   * The former name that the text fits.
   *
   * @param own what the card is found by itself
   * @param former names, numbers and identifiers of cards that became part of it
   * @return null when the text fits the card itself, or no former name alone
   */
  static String fitting(String text, List<String> own, List<String> former) {
    List<List<String>> patterns = SearchKey.patterns(text);
    if (former.isEmpty() || SearchKey.fits(SearchKey.of(own), patterns)) {
      return null;
    }
    return former.stream()
        .filter(name -> SearchKey.fits(SearchKey.of(List.of(name)), patterns))
        .findFirst()
        .orElse(null);
  }
}
