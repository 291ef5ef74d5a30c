package org.kartoteka.commissions.internal;

import static org.kartoteka.commissions.internal.House.PLN;
import static org.kartoteka.commissions.internal.House.n;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.TradeLine;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.platform.api.security.UserId;

/** Trade events for tests, as {@code contracts} and {@code sales} would publish them. */
public final class Trade {

  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private Trade() {}

  public static DocumentRef contract(Object key) {
    return new DocumentRef("contracts", "" + key, "U/" + key);
  }

  public static DocumentRef document(Object key) {
    return new DocumentRef("sales", "" + key, "F/" + key);
  }

  public static ContractTerms terms(UserId seller, String monthly) {
    return new ContractTerms(
        "monitoring",
        "GOLD",
        seller,
        null,
        DAY,
        null,
        PLN,
        List.of(
            new ContractLine(
                "1",
                "GUARD",
                "Guarding",
                BigDecimal.ONE,
                null,
                n(monthly),
                null,
                null,
                new Billing(1, Billing.Due.IN_ADVANCE, null),
                DAY,
                null)));
  }

  public static ContractSigned signed(Object key, PartyId party, UserId seller, String monthly) {
    return new ContractSigned(contract(key), party, terms(seller, monthly), DAY);
  }

  public static ContractAnnexed annexed(
      Object key, PartyId party, UserId seller, String monthly, LocalDate on) {
    return annexed(key, party, seller, monthly, on, on);
  }

  /** An annex is named after its first day. */
  public static ContractAnnexed annexed(
      Object key,
      PartyId party,
      UserId seller,
      String monthly,
      LocalDate effectiveOn,
      LocalDate signedOn) {
    return new ContractAnnexed(
        contract(key), party, "A/" + effectiveOn, terms(seller, monthly), effectiveOn, signedOn);
  }

  public static ContractTerminated terminated(Object key, PartyId party, LocalDate on) {
    return new ContractTerminated(contract(key), party, on, on, null);
  }

  public static ContractTerminationWithdrawn resumed(Object key, PartyId party, LocalDate on) {
    return new ContractTerminationWithdrawn(contract(key), party, null, on, null);
  }

  public static InvoicePosted invoice(
      Object key, PartyId party, UserId seller, TradeLine... lines) {
    return invoice(key, party, seller, DAY, lines);
  }

  public static InvoicePosted invoice(
      Object key, PartyId party, UserId seller, LocalDate on, TradeLine... lines) {
    return new InvoicePosted(document(key), party, on, null, PLN, seller, List.of(lines));
  }

  public static CreditNotePosted credit(
      Object key, Object invoice, PartyId party, TradeLine... lines) {
    return credit(key, invoice, party, DAY, lines);
  }

  public static CreditNotePosted credit(
      Object key, Object invoice, PartyId party, LocalDate on, TradeLine... lines) {
    return new CreditNotePosted(
        document(key), document(invoice), party, on, PLN, null, List.of(lines));
  }

  public static PaymentReceived paid(Object key, PartyId party, String amount, Object... invoices) {
    return new PaymentReceived(
        document(key), party, DAY, n(amount), PLN, allocations(amount, invoices));
  }

  public static PaymentReturned returned(
      Object key, PartyId party, String amount, Object... invoices) {
    return new PaymentReturned(
        document("return of " + key),
        document(key),
        party,
        DAY,
        n(amount),
        PLN,
        allocations(amount, invoices));
  }

  private static List<Allocation> allocations(String amount, Object... invoices) {
    return java.util.Arrays.stream(invoices)
        .map(invoice -> new Allocation(document(invoice), n(amount)))
        .toList();
  }

  public static TradeLine line(int position, String net) {
    return line(position, net, null, List.of());
  }

  public static TradeLine line(
      int position, String net, DocumentRef contract, List<String> groups) {
    return new TradeLine(
        position,
        null,
        groups,
        "Line",
        BigDecimal.ONE,
        null,
        n(net),
        BigDecimal.ZERO,
        null,
        contract,
        contract == null ? null : "1",
        contract == null ? null : "GOLD",
        null,
        null);
  }
}
