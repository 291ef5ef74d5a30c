package org.kartoteka.core.internal.exchange;

import java.util.Set;

/** Fields that are handed out and never taken in. */
final class ExportedOnly {

  static final Set<String> FIELDS =
      Set.of("status", "createdAt", "createdBy", "changedAt", "changedBy");

  private ExportedOnly() {}
}
