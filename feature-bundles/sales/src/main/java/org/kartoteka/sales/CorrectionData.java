package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How an invoice is corrected.
 *
 * @param issuedOn today when null
 * @param reason required
 * @param lines what the lines are to be; lines that are not named stay
 */
public record CorrectionData(LocalDate issuedOn, String reason, List<CorrectedLine> lines) {

  public CorrectionData {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * What a line of the invoice is to be.
   *
   * @param position of the line on the invoice
   * @param quantity null when it stays
   * @param unitPrice null when it stays
   */
  public record CorrectedLine(int position, BigDecimal quantity, BigDecimal unitPrice) {}
}
