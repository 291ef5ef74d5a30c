package org.kartoteka.core.internal.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Fields that are handed out and never taken in. */
final class ExportedOnly {

  /** Who made and changed the card, and when. */
  static final List<String> ABOUT_THE_CARD =
      List.of("createdAt", "createdBy", "changedAt", "changedBy");

  static final Set<String> FIELDS = Set.copyOf(ABOUT_THE_CARD);

  private ExportedOnly() {}

  /** A time in UTC to the second. */
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
