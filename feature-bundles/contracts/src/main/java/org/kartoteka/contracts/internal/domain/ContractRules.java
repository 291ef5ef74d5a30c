package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kartoteka.contracts.AnnexData;
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.Demand;
import org.kartoteka.contracts.NumberSeriesData;
import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.TariffLine;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.record.NumberPattern;

/** What contracts, annexes and their like may say; each rule answers the data in normal form. */
public final class ContractRules {

  private static final int LINE = 300;
  private static final int CODE = 100;
  private static final int TEXT = 10_000;
  private static final int MOST_MONTHS = 600;
  private static final int MOST_TARIFF_LINES = 5_000;

  private ContractRules() {}

  /** A draft; it may lack what it must say once it is signed. */
  public static ContractData normal(ContractData given, LineRules lines, Findings findings) {
    LocalDate starts = findings.day("startsOn", findings.required("startsOn", given.startsOn()));
    LocalDate ends = findings.day("endsOn", given.endsOn());
    if (starts != null && ends != null && ends.isBefore(starts)) {
      findings.add("endsOn", "beforeStart");
    }
    return new ContractData(
        findings.required("partyId", given.partyId()),
        findings.required("typeId", given.typeId()),
        findings.line("number", given.number(), CODE),
        findings.line("subject", given.subject(), LINE),
        starts,
        ends,
        findings.range("noticeMonths", zeroToNull(given.noticeMonths()), 1, MOST_MONTHS),
        findings.range("renewalMonths", zeroToNull(given.renewalMonths()), 1, MOST_MONTHS),
        currency("currency", given.currency(), findings),
        findings.line("packageType", given.packageType(), CODE),
        given.salespersonId(),
        given.branchId(),
        given.responsibleId(),
        findings.text("note", given.note(), TEXT),
        lines.normal(given.lines(), starts, findings));
  }

  /** Whether a draft says what contracts of its type must say. */
  public static void complete(ContractData data, Set<Demand> demands, Findings findings) {
    if (data.lines().isEmpty()) {
      findings.add("lines", "required");
    }
    demand(demands.contains(Demand.PACKAGE), "packageType", data.packageType(), findings);
    demand(demands.contains(Demand.SALESPERSON), "salespersonId", data.salespersonId(), findings);
    demand(demands.contains(Demand.BRANCH), "branchId", data.branchId(), findings);
    demand(demands.contains(Demand.END), "endsOn", data.endsOn(), findings);
    for (int i = 0; i < data.lines().size() && demands.contains(Demand.COST); i++) {
      findings.required("lines[" + i + "].unitCost", data.lines().get(i).unitCost());
    }
  }

  private static void demand(boolean demanded, String field, Object value, Findings findings) {
    if (demanded) {
      findings.required(field, value);
    }
  }

  /**
   * An annex.
   *
   * @param validity of the contract before it
   */
  public static AnnexData normal(
      AnnexData given, Validity validity, LineRules lines, LocalDate today, Findings findings) {
    LocalDate signed =
        given.signedOn() == null ? today : findings.day("signedOn", given.signedOn());
    if (signed.isAfter(today)) {
      findings.add("signedOn", "future");
    }
    LocalDate effective =
        findings.day("effectiveOn", findings.required("effectiveOn", given.effectiveOn()));
    LocalDate ends = findings.day("endsOn", given.endsOn());
    if (effective != null) {
      if (effective.isBefore(validity.startsOn())) {
        findings.add("effectiveOn", "beforeStart");
      }
      if (ends != null && ends.isBefore(effective)) {
        findings.add("endsOn", "beforeStart");
      }
    }
    return new AnnexData(
        findings.line("number", given.number(), CODE),
        findings.line("subject", given.subject(), LINE),
        signed,
        effective,
        ends,
        findings.range("noticeMonths", zeroToNull(given.noticeMonths()), 1, MOST_MONTHS),
        findings.range("renewalMonths", zeroToNull(given.renewalMonths()), 1, MOST_MONTHS),
        findings.line("packageType", given.packageType(), CODE),
        given.salespersonId(),
        given.branchId(),
        lines.normal(given.lines(), effective, findings));
  }

  /** The declaration of an end. */
  public static TerminateContract normal(
      TerminateContract given, Validity validity, LocalDate today, Findings findings) {
    LocalDate declared = given.declaredOn() == null ? today : given.declaredOn();
    findings.day("declaredOn", declared);
    if (declared.isAfter(today)) {
      findings.add("declaredOn", "future");
    }
    LocalDate ends = findings.day("endsOn", findings.required("endsOn", given.endsOn()));
    if (ends != null) {
      if (ends.isBefore(validity.startsOn().minusDays(1))) {
        findings.add("endsOn", "beforeStart");
      }
      if (validity.endsOn() != null && ends.isAfter(validity.endsOn())) {
        findings.add("endsOn", "afterEnd");
      }
    }
    return new TerminateContract(
        declared,
        ends,
        findings.requiredLine("reason", given.reason(), CODE),
        findings.text("note", given.note(), TEXT));
  }

  /** Why a termination is withdrawn. */
  public static String reason(String given, Findings findings) {
    return findings.requiredLine("reason", given, LINE);
  }

  /** A tariff appendix. */
  public static AppendixData normal(AppendixData given, Findings findings) {
    LocalDate from = findings.day("validFrom", findings.required("validFrom", given.validFrom()));
    LocalDate until = findings.day("validUntil", given.validUntil());
    if (from != null && until != null && until.isBefore(from)) {
      findings.add("validUntil", "beforeStart");
    }
    List<TariffLine> lines = new ArrayList<>();
    List<TariffLine> some = findings.atMost("lines", given.lines(), MOST_TARIFF_LINES);
    for (int i = 0; i < some.size(); i++) {
      lines.add(tariffLine(some.get(i), "lines[" + i + "].", findings));
    }
    return new AppendixData(
        findings.requiredLine("name", given.name(), LINE),
        from,
        until,
        findings.text("note", given.note(), TEXT),
        lines);
  }

  private static TariffLine tariffLine(TariffLine given, String at, Findings findings) {
    BigDecimal least = findings.amount(at + "minQuantity", given.minQuantity());
    BigDecimal most = findings.amount(at + "maxQuantity", given.maxQuantity());
    if (least != null && most != null && most.compareTo(least) < 0) {
      findings.add(at + "maxQuantity", "order");
    }
    return new TariffLine(
        findings.requiredLine(at + "product", given.product(), CODE),
        findings.line(at + "name", given.name(), LINE),
        findings.line(at + "unit", given.unit(), CODE),
        findings.amount(at + "unitPrice", findings.required(at + "unitPrice", given.unitPrice())),
        least,
        most);
  }

  /** Where a paper is. */
  public static OriginalData normal(OriginalData given, LocalDate today, Findings findings) {
    LocalDate asked = findings.day("askedOn", given.askedOn());
    LocalDate received = findings.day("receivedOn", given.receivedOn());
    if (asked != null && asked.isAfter(today)) {
      findings.add("askedOn", "future");
    }
    if (received != null && received.isAfter(today)) {
      findings.add("receivedOn", "future");
    }
    return new OriginalData(
        findings.line("holder", given.holder(), LINE),
        asked,
        received,
        findings.line("place", given.place(), LINE));
  }

  /** A type of contracts. */
  public static ContractTypeData normal(ContractTypeData given, Findings findings) {
    return new ContractTypeData(
        code("code", given.code(), findings),
        findings.requiredLine("name", given.name(), LINE),
        given.demands(),
        given.series(),
        findings.range("noticeMonths", zeroToNull(given.noticeMonths()), 1, MOST_MONTHS),
        findings.range("renewalMonths", zeroToNull(given.renewalMonths()), 1, MOST_MONTHS),
        findings.range("billing", given.billing() == null ? 1 : given.billing(), 0, 120),
        given.due() == null ? Billing.Due.IN_ADVANCE : given.due(),
        given.retired());
  }

  /** A number series. */
  public static NumberSeriesData normal(NumberSeriesData given, Findings findings) {
    String pattern = findings.requiredLine("pattern", given.pattern(), CODE);
    if (pattern != null && !new NumberPattern(pattern).isValid()) {
      findings.add("pattern", "numberPattern");
    }
    return new NumberSeriesData(findings.requiredLine("name", given.name(), LINE), pattern);
  }

  /** An entry of a code list. */
  public static CodeEntry normal(CodeEntry given, Findings findings) {
    return new CodeEntry(
        findings.required("list", given.list()),
        code("code", given.code(), findings),
        findings.requiredLine("name", given.name(), LINE),
        given.retired());
  }

  /** A currency by its code. */
  public static String currency(String field, String given, Findings findings) {
    String code = findings.requiredLine(field, given, CODE);
    if (code == null) {
      return null;
    }
    try {
      return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      findings.add(field, "unknownCurrency", code);
      return null;
    }
  }

  private static String code(String field, String given, Findings findings) {
    String code = findings.requiredLine(field, given, 40);
    if (code != null && !code.matches("[a-z0-9][a-z0-9-]*")) {
      findings.add(field, "code");
    }
    return code;
  }

  private static Integer zeroToNull(Integer months) {
    return months != null && months == 0 ? null : months;
  }
}
