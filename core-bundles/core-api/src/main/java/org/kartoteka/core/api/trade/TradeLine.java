package org.kartoteka.core.api.trade;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A line of an invoice or of a credit note, in the document's currency.
 *
 * @param position from 1
 * @param product the code of the product or service; may be null
 * @param groups the codes of its product groups, the outermost first; empty when it has none
 * @param quantity how many; negative on a credit note that takes back
 * @param net the amount without tax; negative on a credit note that lowers what is owed
 * @param tax the tax on it
 * @param cost what the whole line costs us; null when nobody knows
 * @param contract the contract it is owed by; null when by none
 * @param contractLine the key of the contract's line; null when by none
 * @param packageType the package of the contract at that time; may be null
 * @param from the first day that is paid for; null when it is no period
 * @param until the last day that is paid for; null when it is no period
 */
public record TradeLine(
    int position,
    String product,
    List<String> groups,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal cost,
    DocumentRef contract,
    String contractLine,
    String packageType,
    LocalDate from,
    LocalDate until) {

  public TradeLine {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

  /** The amount with tax. */
  public BigDecimal gross() {
    return net.add(tax);
  }
}
