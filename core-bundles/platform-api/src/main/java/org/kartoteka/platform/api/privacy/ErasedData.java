package org.kartoteka.platform.api.privacy;

import java.time.LocalDate;

/**
 * What an erasure did with data of one kind.
 *
 * @param kind what it is; its words are the text {@code privacy.kind.<kind>}
 * @param erased how many records hold nothing of the person any more
 * @param kept how many still do
 * @param reason why: its words are the text {@code privacy.kept.<reason>}; null when none is kept
 * @param place where they are kept, for people who know the tables; may be null
 * @param keptUntil the last day on which they have to be kept; null when none are, or when nobody
 *     can tell yet
 */
public record ErasedData(
    String kind, long erased, long kept, String reason, String place, LocalDate keptUntil) {

  /** All of it is gone. */
  public static ErasedData all(String kind, long erased) {
    return new ErasedData(kind, erased, 0, null, null, null);
  }

  /** Some is kept. */
  public static ErasedData kept(String kind, long kept, String reason) {
    return kept(kind, kept, reason, null);
  }

  /** Some is kept, in this place. */
  public static ErasedData kept(String kind, long kept, String reason, String place) {
    return new ErasedData(kind, 0, kept, reason, place, null);
  }

  /** The same, kept until a day. */
  public ErasedData until(LocalDate lastDay) {
    return new ErasedData(kind, erased, kept, reason, place, lastDay);
  }
}
