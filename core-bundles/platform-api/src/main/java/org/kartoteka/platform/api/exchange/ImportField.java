package org.kartoteka.platform.api.exchange;

import java.util.List;

/**
 * A field that an import can fill.
 *
 * @param name the field's name; its title is the text with key {@code import.<type>.<name>}
 * @param required whether every row needs it
 * @param aliases column headings that mean this field, lower case, in any language
 */
public record ImportField(String name, boolean required, List<String> aliases) {

  public ImportField {
    aliases = List.copyOf(aliases);
  }
}
