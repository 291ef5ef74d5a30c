package org.kartoteka.commissions.internal.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line of a contract or an invoice as far as commissions need it.
 *
 * @param position names the line within its document
 * @param net of an invoice the whole line, of a contract what is owed for a month, or once;
 *     negative on a credit note
 * @param cost of the same; null when nobody knows
 * @param contract names the contract it is owed by; null when by none
 * @param recurring whether it is owed period by period
 */
public record DealLine(
    int position,
    List<String> groups,
    BigDecimal quantity,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal cost,
    String contract,
    String packageType,
    boolean recurring) {

  public DealLine {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

  @JsonIgnore
  BigDecimal gross() {
    return net.add(tax);
  }

  /** The line after a credit note on it. */
  DealLine with(DealLine correction) {
    return new DealLine(
        position,
        groups,
        quantity.add(correction.quantity),
        net.add(correction.net),
        tax.add(correction.tax),
        cost == null || correction.cost == null ? cost : cost.add(correction.cost),
        contract,
        packageType,
        recurring);
  }
}
