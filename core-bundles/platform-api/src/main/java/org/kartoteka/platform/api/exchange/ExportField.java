package org.kartoteka.platform.api.exchange;

/**
 * A field that an export can hand out.
 *
 * @param title what it is called, for a field that a person defined; null when a text says it
 * @param words what begins the keys of the texts that say its codes in tables that people read,
 *     such as {@code party.status}; an import must understand them; null when it holds no codes
 */
public record ExportField(String name, String title, String words) {

  /** A field whose title is the text {@code import.<type>.<name>}. */
  public static ExportField of(String name) {
    return new ExportField(name, null, null);
  }

  /** A field of codes, which tables say in words. */
  public static ExportField coded(String name, String words) {
    return new ExportField(name, null, words);
  }
}
