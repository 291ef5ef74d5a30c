package org.kartoteka.platform.api.exchange;

/**
 * A field that an export can hand out.
 *
 * @param title what it is called, for a field that a person defined; null when a text says it
 */
public record ExportField(String name, String title) {

  /** A field whose title is the text {@code import.<type>.<name>}. */
  public static ExportField of(String name) {
    return new ExportField(name, null);
  }
}
