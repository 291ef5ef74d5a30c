package org.kartoteka.platform.api.print;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A document as it is to be printed: what stands on it, not where. All texts are in its language
 * already; days and numbers are written as that language writes them.
 *
 * @param locale the language of the document
 * @param title stands on top, and is the title of the file
 * @param blocks what follows, from top to bottom
 * @param footer stands at the bottom of every page beside its number; may be empty
 */
public record PrintedDocument(
    Locale locale, String title, List<PrintedBlock> blocks, String footer) {

  public PrintedDocument {
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(title, "title");
    blocks = List.copyOf(blocks);
    footer = footer == null ? "" : footer;
  }
}
