package org.kartoteka.core.api.bulk;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.security.UserId;

/**
 * What would come of a bulk act.
 *
 * @param matching how many parties are meant
 * @param changing how many of them will change
 * @param unchanged how many are so already
 * @param refused how many cannot be changed
 * @param refusals why
 * @param portions who will get how many, for an act that shares parties out
 */
public record BulkPreview(
    long matching,
    long changing,
    long unchanged,
    long refused,
    List<Refusal> refusals,
    List<Portion> portions) {

  /**
   * Why parties cannot be changed.
   *
   * @param code a stable short code
   * @param parties how many
   */
  public record Refusal(String code, long parties) {}

  /** What somebody will get by one share. */
  public record Portion(UserId owner, long records) {

    /**
     * So many records shared out evenly; who comes first gets one more where it does not divide.
     */
    public static List<Portion> evenly(long records, List<UserId> owners) {
      List<Portion> portions = new ArrayList<>();
      for (int i = 0; i < owners.size(); i++) {
        long more = i < records % owners.size() ? 1 : 0;
        portions.add(new Portion(owners.get(i), records / owners.size() + more));
      }
      return portions;
    }
  }

  public BulkPreview {
    refusals = List.copyOf(refusals);
    portions = List.copyOf(portions);
  }

  /** Of an act that shares nothing out. */
  public BulkPreview(
      long matching, long changing, long unchanged, long refused, List<Refusal> refusals) {
    this(matching, changing, unchanged, refused, refusals, List.of());
  }
}
