package org.kartoteka.core.internal.trade;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.TradeLine;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractRenewed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.PaymentAllocated;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.problem.Findings;

/** What a system outside tells must be complete and agree with itself. */
final class TradeRules {

  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,49}");
  private static final int TEXT = 300;
  private static final int KEY = 100;
  private static final int LINES = 5_000;
  private static final int LONGEST_PERIOD = 120;

  private final Findings findings;

  TradeRules(Findings findings) {
    this.findings = findings;
  }

  void check(TradeEvent event) {
    document("document", event.document());
    findings.required("party", event.party());
    if (event instanceof ContractSigned signed) {
      findings.day("signedOn", findings.required("signedOn", signed.signedOn()));
      terms(signed.terms());
    } else if (event instanceof ContractAnnexed annexed) {
      findings.requiredLine("annex", annexed.annex(), KEY);
      findings.day("signedOn", findings.required("signedOn", annexed.signedOn()));
      findings.day("effectiveOn", findings.required("effectiveOn", annexed.effectiveOn()));
      terms(annexed.terms());
    } else if (event instanceof ContractRenewed renewed) {
      findings.day("endsOn", renewed.endsOn());
    } else if (event instanceof ContractTerminated terminated) {
      findings.day("endsOn", findings.required("endsOn", terminated.endsOn()));
      findings.day("terminatedOn", findings.required("terminatedOn", terminated.terminatedOn()));
      findings.line("reason", terminated.reason(), TEXT);
    } else if (event instanceof ContractTerminationWithdrawn withdrawn) {
      findings.day("endsOn", withdrawn.endsOn());
      findings.day("withdrawnOn", findings.required("withdrawnOn", withdrawn.withdrawnOn()));
      findings.line("reason", withdrawn.reason(), TEXT);
    } else if (event instanceof InvoicePosted invoice) {
      findings.day("issuedOn", findings.required("issuedOn", invoice.issuedOn()));
      findings.day("dueOn", invoice.dueOn());
      findings.required("currency", invoice.currency());
      lines(invoice.lines());
    } else if (event instanceof CreditNotePosted note) {
      document("corrects", note.corrects());
      findings.day("issuedOn", findings.required("issuedOn", note.issuedOn()));
      findings.required("currency", note.currency());
      lines(note.lines());
    } else if (event instanceof PaymentReceived payment) {
      findings.day("receivedOn", findings.required("receivedOn", payment.receivedOn()));
      findings.required("currency", payment.currency());
      BigDecimal amount = positive("amount", payment.amount());
      within(amount, allocations(payment.allocations(), false));
    } else if (event instanceof PaymentAllocated allocated) {
      document("payment", allocated.payment());
      findings.day("allocatedOn", findings.required("allocatedOn", allocated.allocatedOn()));
      findings.required("currency", allocated.currency());
      if (allocated.allocations().isEmpty()) {
        findings.add("allocations", "required");
      }
      allocations(allocated.allocations(), true);
    } else if (event instanceof PaymentReturned returned) {
      document("payment", returned.payment());
      findings.day("returnedOn", findings.required("returnedOn", returned.returnedOn()));
      findings.required("currency", returned.currency());
      BigDecimal amount = positive("amount", returned.amount());
      within(amount, allocations(returned.allocations(), false));
    }
  }

  private void document(String field, DocumentRef document) {
    if (findings.required(field, document) == null) {
      return;
    }
    String source = findings.required(field + ".source", document.source());
    if (source != null && !SOURCE.matcher(source).matches()) {
      findings.add(field + ".source", "tradeSource");
    }
    findings.requiredLine(field + ".key", document.key(), KEY);
    findings.line(field + ".number", document.number(), KEY);
  }

  private void terms(ContractTerms terms) {
    if (findings.required("terms", terms) == null) {
      return;
    }
    findings.requiredLine("terms.type", terms.type(), KEY);
    findings.line("terms.packageType", terms.packageType(), KEY);
    findings.required("terms.currency", terms.currency());
    findings.day("terms.startsOn", findings.required("terms.startsOn", terms.startsOn()));
    findings.day("terms.endsOn", terms.endsOn());
    if (terms.startsOn() != null
        && terms.endsOn() != null
        && terms.endsOn().isBefore(terms.startsOn())) {
      findings.add("terms.endsOn", "beforeStart");
    }
    findings.atMost("terms.lines", terms.lines(), LINES);
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < terms.lines().size(); i++) {
      String at = "terms.lines[" + i + "]";
      ContractLine line = terms.lines().get(i);
      contractLine(at, line);
      if (line.key() != null && !keys.add(line.key())) {
        findings.add(at + ".key", "twice");
      }
    }
  }

  private void contractLine(String at, ContractLine line) {
    findings.requiredLine(at + ".key", line.key(), KEY);
    findings.line(at + ".product", line.product(), KEY);
    findings.requiredLine(at + ".name", line.name(), TEXT);
    BigDecimal quantity = findings.required(at + ".quantity", line.quantity());
    if (quantity != null && quantity.signum() == 0) {
      findings.add(at + ".quantity", "notZero");
    }
    findings.amount(at + ".unitPrice", findings.required(at + ".unitPrice", line.unitPrice()));
    findings.amount(at + ".unitCost", line.unitCost());
    findings.day(at + ".from", findings.required(at + ".from", line.from()));
    findings.day(at + ".until", line.until());
    Billing billing = findings.required(at + ".billing", line.billing());
    if (billing != null) {
      findings.range(at + ".billing.months", billing.months(), 0, LONGEST_PERIOD);
      findings.required(at + ".billing.due", billing.due());
      findings.day(at + ".billing.anchor", billing.anchor());
    }
  }

  private void lines(List<TradeLine> lines) {
    if (lines.isEmpty()) {
      findings.add("lines", "required");
    }
    findings.atMost("lines", lines, LINES);
    Set<Integer> positions = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String at = "lines[" + i + "]";
      TradeLine line = lines.get(i);
      findings.range(at + ".position", line.position(), 1, LINES);
      if (!positions.add(line.position())) {
        findings.add(at + ".position", "twice");
      }
      findings.requiredLine(at + ".name", line.name(), TEXT);
      findings.required(at + ".quantity", line.quantity());
      findings.required(at + ".net", line.net());
      findings.required(at + ".tax", line.tax());
      findings.day(at + ".from", line.from());
      findings.day(at + ".until", line.until());
      if (line.from() != null && line.until() != null && line.until().isBefore(line.from())) {
        findings.add(at + ".until", "beforeStart");
      }
    }
  }

  /** Checks the allocations and tells their sum. */
  private BigDecimal allocations(List<Allocation> allocations, boolean either) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < allocations.size(); i++) {
      String at = "allocations[" + i + "]";
      Allocation allocation = allocations.get(i);
      document(at + ".document", allocation.document());
      BigDecimal amount =
          either
              ? findings.required(at + ".amount", allocation.amount())
              : positive(at + ".amount", allocation.amount());
      sum = amount == null ? sum : sum.add(amount);
    }
    return sum;
  }

  private void within(BigDecimal amount, BigDecimal allocated) {
    if (amount != null && allocated.compareTo(amount) > 0) {
      findings.add("allocations", "moreThanPaid");
    }
  }

  private BigDecimal positive(String field, BigDecimal amount) {
    if (findings.required(field, amount) != null && amount.signum() <= 0) {
      findings.add(field, "positive");
      return null;
    }
    return amount;
  }
}
