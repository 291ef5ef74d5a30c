package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.money.Money;

/**
 * A payment.
 *
 * @param allocated what of it settles documents
 * @param returned what of it went back
 * @param allocations what each document has of it now
 */
public record PaymentView(
    PaymentId id,
    long revision,
    PartyId partyId,
    String partyName,
    LocalDate receivedOn,
    Money amount,
    BigDecimal allocated,
    BigDecimal returned,
    String method,
    String reference,
    String note,
    Instant createdAt,
    String createdBy,
    List<PaymentShare> allocations)
    implements Versioned {

  public PaymentView {
    allocations = allocations == null ? List.of() : List.copyOf(allocations);
  }

  /** What of it settles nothing yet and was not returned. */
  public BigDecimal free() {
    return amount.amount().subtract(allocated).subtract(returned);
  }

  /** The same with what it settles. */
  public PaymentView with(List<PaymentShare> shares) {
    return new PaymentView(
        id,
        revision,
        partyId,
        partyName,
        receivedOn,
        amount,
        allocated,
        returned,
        method,
        reference,
        note,
        createdAt,
        createdBy,
        shares);
  }

  /** The same with the name of the party. */
  public PaymentView called(String name) {
    return new PaymentView(
        id,
        revision,
        partyId,
        name,
        receivedOn,
        amount,
        allocated,
        returned,
        method,
        reference,
        note,
        createdAt,
        createdBy,
        allocations);
  }
}
