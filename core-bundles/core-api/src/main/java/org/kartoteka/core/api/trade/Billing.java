package org.kartoteka.core.api.trade;

import java.time.LocalDate;

/**
 * How often something agreed is invoiced, and when.
 *
 * @param months how many months a period has, 1 to 120; 0 when it is invoiced once
 * @param due whether at the beginning or at the end of a period
 * @param anchor a day on which a period begins, so that lines of many contracts can be aligned;
 *     null when periods are counted from the line's first day
 */
public record Billing(int months, Due due, LocalDate anchor) {

  /** When a period is invoiced. */
  public enum Due {
    /** With its first day. */
    IN_ADVANCE,
    /** With its last day. */
    IN_ARREARS
  }

  /** Invoiced once, with the first day. */
  public static Billing once() {
    return new Billing(0, Due.IN_ADVANCE, null);
  }

  /** Whether it is invoiced period by period. */
  public boolean recurs() {
    return months > 0;
  }
}
