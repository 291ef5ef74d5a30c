package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The closing of periods (MON-5): nothing is posted, corrected or paid on a day in a closed period.
 * Reading is free to the signed-in, closing needs {@code sales.period.close}.
 */
@ProviderType
public interface Books {

  /** The type of the books in references. */
  String TYPE = "sales.books";

  /** The last day of the closed period; empty when nothing is closed. */
  Optional<LocalDate> closedUntil();

  /**
   * Closes everything up to the day, or opens again what lies behind it.
   *
   * @param until null opens everything
   * @param reason required when something is opened again
   */
  void close(LocalDate until, String reason);
}
