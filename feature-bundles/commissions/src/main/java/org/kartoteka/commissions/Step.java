package org.kartoteka.commissions;

import java.util.Arrays;
import java.util.List;

/**
 * A step of the reckoning, so that an amount explains itself for years in whatever language is
 * read.
 *
 * @param key the text {@code commissions.step.<key>} says it
 * @param arguments numbers, days as ISO texts, and names; the arguments of that text
 */
public record Step(String key, List<Object> arguments) {

  public Step {
    arguments = List.copyOf(arguments);
  }

  /** A step. */
  public static Step of(String key, Object... arguments) {
    return new Step(key, Arrays.asList(arguments));
  }
}
