package org.kartoteka.core.internal.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Folds texts to a key in which spellings meet: without case and diacritics, Polish letters and
 * Bulgarian and Russian Cyrillic written in one Latin way, the usual ways of writing Cyrillic names
 * in Latin letters brought together. Only letters, digits and single blanks are left.
 */
public final class SearchKey {

  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('ё', "e"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('й', "y"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "h"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "sht"),
          Map.entry('ъ', "a"),
          Map.entry('ы', "y"),
          Map.entry('ь', ""),
          Map.entry('э', "e"),
          Map.entry('ю', "yu"),
          Map.entry('я', "ya"),
          Map.entry('є', "e"),
          Map.entry('і', "i"),
          Map.entry('ї', "i"),
          Map.entry('ґ', "g"),
          Map.entry('ł', "l"),
          Map.entry('ø', "o"),
          Map.entry('đ', "d"),
          Map.entry('ħ', "h"),
          Map.entry('ı', "i"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('þ', "th"),
          Map.entry('ð', "d"));

  private static final String[][] SPELLINGS = {
    {"shch", "sht"},
    {"szcz", "sht"},
    {"sz", "sh"},
    {"cz", "ch"},
    {"kh", "h"},
    {"tz", "ts"},
    {"w", "v"},
    {"x", "ks"},
    {"yo", "e"},
    {"jo", "e"},
    {"ye", "e"},
    {"je", "e"},
    {"y", "i"},
    {"j", "i"},
  };

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LONG_I = Pattern.compile("i{2,}");
  private static final String NOISE = "-–—./:()+";
  private static final Pattern NUMBER = Pattern.compile("[a-z]{0,4}\\d[\\da-z]+");
  private static final int MAX_QUERY = 200;
  private static final int MAX_WORDS = 8;

  private SearchKey() {}

  /** The folded text; empty when nothing can be searched for. */
  public static String fold(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    StringBuilder latin = new StringBuilder(text.length() + 16);
    latin(text.toLowerCase(Locale.ROOT), latin);
    String key = latin.toString().strip();
    if (isNumeric(key)) {
      return key;
    }
    for (String[] spelling : SPELLINGS) {
      key = key.replace(spelling[0], spelling[1]);
    }
    return key.contains("ii") ? LONG_I.matcher(key).replaceAll("i") : key;
  }

  /** The text without blanks, dashes and the like, as numbers are compared. */
  public static String compact(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!isNoise(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static boolean isNoise(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || NOISE.indexOf(c) >= 0
        || Character.getType(c) == Character.FORMAT;
  }

  /**
   * The key of a record: each text folded, numbers also in one piece; with a blank at both ends so
   * that a word's beginning can be looked for.
   */
  public static String of(List<String> texts) {
    Set<String> parts = new LinkedHashSet<>();
    for (String text : texts) {
      if (text != null) {
        String folded = fold(text);
        parts.add(folded);
        String compact = hasDigit(folded) ? fold(compact(text)) : folded;
        if (!compact.equals(folded) && NUMBER.matcher(compact).matches()) {
          parts.add(compact);
        }
      }
    }
    parts.remove("");
    return parts.isEmpty() ? " " : " " + String.join(" ", parts) + " ";
  }

  /**
   * What to look for: any of several lists of patterns for {@code like}, all of one list must fit.
   * Empty when nothing can be searched for.
   */
  public static List<List<String>> patterns(String query) {
    String text = query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY) : query;
    List<List<String>> alternatives = new ArrayList<>();
    String folded = fold(text);
    if (!folded.isEmpty()) {
      String[] words = folded.split(" ");
      List<String> all = new ArrayList<>();
      for (int i = 0; i < words.length && i < MAX_WORDS; i++) {
        all.add(pattern(words[i]));
      }
      alternatives.add(all);
    }
    for (String number : numbers(text)) {
      if (!number.equals(folded)) {
        alternatives.add(List.of(pattern(number)));
      }
    }
    return alternatives;
  }

  /** Whether the key of a record fits all patterns of one of the lists. */
  public static boolean fits(String key, List<List<String>> alternatives) {
    return alternatives.stream()
        .anyMatch(
            all ->
                all.stream()
                    .allMatch(pattern -> key.contains(pattern.substring(1, pattern.length() - 1))));
  }

  /** The ways in which a number that was typed may stand in a key: without trunk prefixes. */
  private static Set<String> numbers(String text) {
    String compact = fold(compact(text));
    Set<String> numbers = new LinkedHashSet<>();
    if (NUMBER.matcher(compact).matches()) {
      numbers.add(compact);
      if (compact.matches("0+\\d{5,}")) {
        numbers.add(compact.replaceFirst("^0+", ""));
      }
      if (compact.matches("8\\d{10}")) {
        numbers.add(compact.substring(1));
      }
    }
    return numbers;
  }

  private static String pattern(String word) {
    return word.length() < 3 ? "% " + word + "%" : "%" + word + "%";
  }

  private static void latin(String lower, StringBuilder latin) {
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (c < 128) {
        append(c, latin);
        continue;
      }
      String known = c <= Character.MAX_VALUE ? LETTERS.get((char) c) : null;
      if (known != null) {
        latin.append(known);
      } else {
        decomposed(c, latin);
      }
    }
  }

  private static void decomposed(int c, StringBuilder latin) {
    String parts =
        MARKS
            .matcher(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD))
            .replaceAll("");
    parts
        .codePoints()
        .forEach(
            part -> {
              String known = part <= Character.MAX_VALUE ? LETTERS.get((char) part) : null;
              if (known != null) {
                latin.append(known);
              } else {
                append(Character.toLowerCase(part), latin);
              }
            });
  }

  private static void append(int c, StringBuilder latin) {
    int type = Character.getType(c);
    if (Character.isLetterOrDigit(c)) {
      latin.appendCodePoint(c);
    } else if (c == '\'' || c == 0x2019 || type == Character.FORMAT) {
      return;
    } else if (!latin.isEmpty() && latin.charAt(latin.length() - 1) != ' ') {
      latin.append(' ');
    }
  }

  private static boolean hasDigit(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (isDigit(key.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumeric(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (!isDigit(key.charAt(i)) && key.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
