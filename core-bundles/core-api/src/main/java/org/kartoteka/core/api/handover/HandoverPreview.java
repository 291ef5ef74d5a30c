package org.kartoteka.core.api.handover;

import java.util.List;
import org.kartoteka.core.api.bulk.BulkPreview;

/**
 * What would come of a hand-over.
 *
 * @param waiting the kinds whose features are stopped; they follow when these start
 */
public record HandoverPreview(List<Part> parts, List<String> waiting) {

  public HandoverPreview {
    parts = List.copyOf(parts);
    waiting = List.copyOf(waiting);
  }

  /**
   * The records of a kind.
   *
   * @param records how many will be handed over
   * @param staying how many stay: no share takes them, or the user may not change them
   * @param portions who gets how many
   */
  public record Part(String kind, long records, long staying, List<BulkPreview.Portion> portions) {

    public Part {
      portions = List.copyOf(portions);
    }
  }
}
