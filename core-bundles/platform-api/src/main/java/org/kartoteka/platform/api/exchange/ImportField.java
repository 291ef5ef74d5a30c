package org.kartoteka.platform.api.exchange;

import java.util.List;

/**
 * A field that an import can fill.
 *
 * @param name the field's name
 * @param required whether every row needs it
 * @param aliases column headings that mean this field, lower case, in any language
 * @param title what it is called, for a field that a person defined; null when the text with key
 *     {@code import.<type>.<name>} says it
 */
public record ImportField(String name, boolean required, List<String> aliases, String title) {

  public ImportField {
    aliases = List.copyOf(aliases);
  }

  /** A field whose title is the text with key {@code import.<type>.<name>}. */
  public ImportField(String name, boolean required, List<String> aliases) {
    this(name, required, aliases, null);
  }
}
