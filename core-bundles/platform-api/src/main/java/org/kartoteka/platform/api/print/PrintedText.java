package org.kartoteka.platform.api.print;

import java.util.Objects;

/**
 * A paragraph; line ends in it are kept.
 *
 * @param strong whether it stands out
 */
public record PrintedText(String text, boolean strong) implements PrintedBlock {

  public PrintedText {
    Objects.requireNonNull(text, "text");
  }

  /** A plain paragraph. */
  public static PrintedText of(String text) {
    return new PrintedText(text, false);
  }
}
