package org.kartoteka.core.internal.exchange;

import java.util.regex.Pattern;

/** Keeps spreadsheets from taking the text of a cell for a formula. */
final class Formulas {

  private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d\\s().,/-]*\\d");
  private static final Pattern HARMLESS = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private Formulas() {}

  /** The text with an apostrophe in front when it could be a formula, or looks like that. */
  static String harmless(String cell) {
    boolean formula = DANGEROUS.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    return formula ? "'" + cell : cell;
  }

  /** The text before {@link #harmless}. */
  static String original(String cell) {
    return HARMLESS.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
