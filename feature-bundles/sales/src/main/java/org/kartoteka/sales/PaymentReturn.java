package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment, or part of it, goes back to whoever paid.
 *
 * @param returnedOn today when null
 * @param amount positive; what settles nothing goes back first
 * @param takenFrom from which documents the rest is taken, positive; from the latest settled ones
 *     when empty
 */
public record PaymentReturn(
    LocalDate returnedOn, BigDecimal amount, String reason, List<PaymentShare> takenFrom) {

  public PaymentReturn {
    takenFrom = takenFrom == null ? List.of() : List.copyOf(takenFrom);
  }
}
