package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

/**
 * What people can say of an invoice before it is posted.
 *
 * @param partyId the customer; cannot be changed later
 * @param issuedOn today when null
 * @param soldOn when it was delivered; may be null
 * @param dueOn when it is to be paid; after the party's usual term when null
 * @param currency the party's when null, else the home currency
 * @param salespersonId whose sale it is; may be null
 * @param note stands on the document; the party's usual text when null
 */
public record InvoiceData(
    PartyId partyId,
    LocalDate issuedOn,
    LocalDate soldOn,
    LocalDate dueOn,
    Currency currency,
    UserId salespersonId,
    String note,
    List<LineData> lines) {

  public InvoiceData {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
