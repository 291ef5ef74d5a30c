package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentReturn;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;

/** What can be paid, settled and given back. */
public final class PaymentRules {

  private static final int METHOD = 60;
  private static final int REFERENCE = 300;
  private static final int NOTE = 2000;

  private PaymentRules() {}

  /** A payment in its normal form. */
  public static PaymentData normal(PaymentData given, LocalDate today, Findings findings) {
    findings.required("partyId", given.partyId());
    LocalDate day = given.receivedOn() == null ? today : given.receivedOn();
    findings.day("receivedOn", day);
    if (day.isAfter(today.plusDays(1))) {
      findings.add("receivedOn", "future");
    }
    Money amount = findings.required("amount", given.amount());
    if (amount != null && amount.signum() <= 0) {
      findings.add("amount.amount", "positive");
    } else if (amount != null && !isWhole(amount)) {
      findings.add("amount.amount", "decimals", amount.rounded().amount().scale());
    }
    return new PaymentData(
        given.partyId(),
        day,
        amount,
        findings.line("method", given.method(), METHOD),
        findings.line("reference", given.reference(), REFERENCE),
        findings.text("note", given.note(), NOTE),
        given.allocations());
  }

  /** Notes what of a payment cannot settle, or be taken back from, what. */
  public static void check(
      PaymentView payment,
      List<PaymentShare> shares,
      Map<DocumentId, DocumentView> documents,
      Map<DocumentId, BigDecimal> held,
      Findings findings) {
    Map<DocumentId, BigDecimal> open = new HashMap<>();
    documents.forEach((id, document) -> open.put(id, document.open()));
    BigDecimal sum = BigDecimal.ZERO;
    for (int at = 0; at < shares.size(); at++) {
      PaymentShare share = shares.get(at);
      String field = "allocations[" + at + "]";
      DocumentView document = documents.get(share.documentId());
      if (document == null || !document.partyId().equals(payment.partyId())) {
        findings.add(field + ".documentId", "unknownDocument");
      } else if (!document.currency().equals(payment.amount().currency())) {
        findings.add(field + ".documentId", "otherCurrency", document.currency().getCurrencyCode());
      } else if (findings.required(field + ".amount", share.amount()) != null) {
        check(share, field + ".amount", open, held, payment, findings);
        sum = sum.add(share.amount());
      }
    }
    if (sum.compareTo(payment.free()) > 0) {
      findings.add("allocations", "moreThanOpen", payment.free().toPlainString());
    }
  }

  /** Notes why so much cannot go back. */
  public static void checkReturn(
      PaymentReturn given, LocalDate day, PaymentView payment, Findings findings) {
    findings.day("returnedOn", day);
    if (day.isBefore(payment.receivedOn())) {
      findings.add("returnedOn", "beforePayment");
    }
    BigDecimal amount = findings.required("amount", given.amount());
    if (amount == null) {
      return;
    }
    BigDecimal most = payment.amount().amount().subtract(payment.returned());
    if (amount.signum() <= 0) {
      findings.add("amount", "positive");
    } else if (!isWhole(new Money(amount, payment.amount().currency()))) {
      findings.add("amount", "decimals", payment.amount().rounded().amount().scale());
    } else if (amount.compareTo(most) > 0) {
      findings.add("amount", "moreThanOpen", most.toPlainString());
    }
    BigDecimal named =
        given.takenFrom().stream()
            .map(share -> share.amount() == null ? BigDecimal.ZERO : share.amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean enough = named.add(payment.free()).compareTo(amount) >= 0;
    if (!given.takenFrom().isEmpty() && !enough) {
      findings.add("takenFrom", "tooLittle");
    }
  }

  private static void check(
      PaymentShare share,
      String field,
      Map<DocumentId, BigDecimal> open,
      Map<DocumentId, BigDecimal> held,
      PaymentView payment,
      Findings findings) {
    BigDecimal amount = share.amount();
    BigDecimal left = open.get(share.documentId());
    BigDecimal mine = held.getOrDefault(share.documentId(), BigDecimal.ZERO);
    if (amount.signum() == 0) {
      findings.add(field, "notZero");
    } else if (!isWhole(new Money(amount, payment.amount().currency()))) {
      findings.add(field, "decimals", payment.amount().rounded().amount().scale());
    } else if (amount.signum() > 0 && amount.compareTo(left.max(BigDecimal.ZERO)) > 0) {
      findings.add(field, "moreThanOpen", left.toPlainString());
    } else if (amount.signum() < 0 && amount.negate().compareTo(mine) > 0) {
      findings.add(field, "moreThanOpen", mine.toPlainString());
    }
    open.put(share.documentId(), left.subtract(amount));
    held.put(share.documentId(), mine.add(amount));
  }

  private static boolean isWhole(Money amount) {
    return amount.rounded().amount().compareTo(amount.amount()) == 0;
  }
}
