package org.kartoteka.platform.api.data;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts without case, diacritics and punctuation, so that what was typed meets what was written.
 */
public final class SearchText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int MOST_WORDS = 8;
  private static final int LONGEST_QUERY = 200;

  private SearchText() {}

  /** The folded texts of a record in one. */
  public static String of(String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .map(SearchText::fold)
        .collect(Collectors.joining(" "));
  }

  /** The patterns for {@code like}, all of which must fit; empty when there is nothing to find. */
  public static List<String> patterns(String typed) {
    if (typed == null) {
      return List.of();
    }
    String text = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
    return Arrays.stream(fold(text).split(" "))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> "%" + word + "%")
        .toList();
  }

  /** The text without case, diacritics and punctuation. */
  public static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return NOISE
        .matcher(plain.toLowerCase(Locale.ROOT).replace('ł', 'l').replace('đ', 'd'))
        .replaceAll(" ")
        .strip();
  }
}
