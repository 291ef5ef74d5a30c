package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.kartoteka.core.api.party.PartyId;

/**
 * Turnover, corrections deducted, in one currency.
 *
 * @param month by month, else null
 * @param groupId by group, else null; also null for products without a group
 * @param partyId by party, else null
 * @param name of the group or party; null otherwise
 * @param margin net less cost; lines of unknown cost count as if they cost nothing
 * @param homeNet net at the rates of the days
 */
public record TurnoverRow(
    LocalDate month,
    ProductGroupId groupId,
    PartyId partyId,
    String name,
    Currency currency,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal margin,
    BigDecimal homeNet,
    long lines) {

  /** The same with a name. */
  public TurnoverRow called(String other) {
    return new TurnoverRow(
        month, groupId, partyId, other, currency, net, tax, margin, homeNet, lines);
  }
}
