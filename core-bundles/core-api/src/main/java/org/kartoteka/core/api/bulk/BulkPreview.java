package org.kartoteka.core.api.bulk;

import java.util.List;

/**
 * What would come of a bulk act.
 *
 * @param matching how many parties are meant
 * @param changing how many of them will change
 * @param unchanged how many are so already
 * @param refused how many cannot be changed
 * @param refusals why, with examples
 */
public record BulkPreview(
    long matching, long changing, long unchanged, long refused, List<Refusal> refusals) {

  /**
   * Why parties cannot be changed.
   *
   * @param code a stable short code
   * @param parties how many
   */
  public record Refusal(String code, long parties) {}

  public BulkPreview {
    refusals = List.copyOf(refusals);
  }
}
