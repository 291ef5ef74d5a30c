package org.kartoteka.platform.api.privacy;

/**
 * What an erasure did with data of one kind.
 *
 * @param kind what it is; its words are the text {@code privacy.kind.<kind>}
 * @param erased how many records hold nothing of the person any more
 * @param kept how many still do
 * @param reason why: its words are the text {@code privacy.kept.<reason>}; null when none is kept
 * @param place where they are kept, for people who know the tables; may be null
 */
public record ErasedData(String kind, long erased, long kept, String reason, String place) {

  /** All of it is gone. */
  public static ErasedData all(String kind, long erased) {
    return new ErasedData(kind, erased, 0, null, null);
  }

  /** Some is kept. */
  public static ErasedData kept(String kind, long kept, String reason) {
    return new ErasedData(kind, 0, kept, reason, null);
  }
}
