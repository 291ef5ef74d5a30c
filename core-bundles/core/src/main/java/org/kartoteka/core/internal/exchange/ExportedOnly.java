package org.kartoteka.core.internal.exchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields that are handed out and never taken in. */
final class ExportedOnly {

  /** Who made and changed the card, and when. */
  static final List<String> ABOUT_THE_CARD =
      List.of("createdAt", "createdBy", "changedAt", "changedBy");

  static final Set<String> FIELDS =
      Stream.concat(Stream.of("status"), ABOUT_THE_CARD.stream())
          .collect(Collectors.toUnmodifiableSet());

  private ExportedOnly() {}
}
