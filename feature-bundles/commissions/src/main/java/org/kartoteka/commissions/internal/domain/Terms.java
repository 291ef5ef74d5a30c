package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.Clawback;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Selection;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.SplitData;
import org.kartoteka.commissions.Tier;
import org.kartoteka.platform.api.problem.Findings;

/** What a plan and a split may say; each check answers the normal form. */
public final class Terms {

  private static final int NAME = 200;
  private static final int CODE = 60;
  private static final int MOST_RULES = 50;
  private static final int MOST_TIERS = 50;
  private static final int MOST_LEVELS = 5;
  private static final int MOST_SHARES = 20;
  private static final int MOST_CODES = 200;
  private static final int MOST_INVOICES = 1200;
  private static final int MOST_MONTHS = 120;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Terms() {}

  /** The terms of a version. */
  public static PlanTerms normal(PlanTerms given, Findings findings) {
    if (findings.required("terms", given) == null) {
      return null;
    }
    List<Rule> rules = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    List<Rule> wanted = findings.atMost("terms.rules", given.rules(), MOST_RULES);
    for (int i = 0; i < wanted.size(); i++) {
      rules.add(rule("terms.rules[" + i + "].", wanted.get(i), keys, findings));
    }
    List<BigDecimal> percents = new ArrayList<>();
    List<BigDecimal> levels =
        findings.atMost("terms.superiorPercents", given.superiorPercents(), MOST_LEVELS);
    for (int i = 0; i < levels.size(); i++) {
      percents.add(findings.percent("terms.superiorPercents[" + i + "]", levels.get(i)));
    }
    return findings.errors().isEmpty() ? new PlanTerms(rules, percents) : given;
  }

  /** A split. */
  public static SplitData normal(SplitData given, Findings findings) {
    String contract = findings.line("contract", given.contract(), NAME);
    if ((given.partyId() == null) == (contract == null)) {
      findings.add("partyId", given.partyId() == null ? "required" : "notAllowed");
    }
    if (contract != null && contract.indexOf('/') < 1) {
      findings.add("contract", "contractRef");
    }
    List<Share> shares = findings.atMost("shares", given.shares(), MOST_SHARES);
    BigDecimal sum = BigDecimal.ZERO;
    Set<Object> persons = new HashSet<>();
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      findings.required("shares[" + i + "].person", share.person());
      if (share.person() != null && !persons.add(share.person())) {
        findings.add("shares[" + i + "].person", "duplicate");
      }
      findings.percent(
          "shares[" + i + "].percent",
          findings.required("shares[" + i + "].percent", share.percent()));
      sum = sum.add(Objects.requireNonNullElse(share.percent(), BigDecimal.ZERO));
    }
    if (sum.compareTo(HUNDRED) != 0) {
      findings.add("shares", "hundred", sum);
    }
    if (findings.required("restTo", given.restTo()) != null && !persons.contains(given.restTo())) {
      findings.add("restTo", "notAmong");
    }
    findings.day("validFrom", findings.required("validFrom", given.validFrom()));
    findings.day("validUntil", given.validUntil());
    if (given.validFrom() != null
        && given.validUntil() != null
        && given.validUntil().isBefore(given.validFrom())) {
      findings.add("validUntil", "beforeStart");
    }
    return new SplitData(
        given.partyId(), contract, shares, given.restTo(), given.validFrom(), given.validUntil());
  }

  private static Rule rule(String at, Rule given, Set<String> keys, Findings findings) {
    String key = findings.requiredLine(at + "key", given.key(), CODE);
    if (key != null && !keys.add(key)) {
      findings.add(at + "key", "duplicate");
    }
    String name = findings.line(at + "name", given.name(), NAME);
    findings.required(at + "trigger", given.trigger());
    findings.required(at + "base", given.base());
    String formula = given.base() == Base.FORMULA ? given.formula() : null;
    if (given.base() == Base.FORMULA) {
      Formula.problem(formula)
          .ifPresent(problem -> findings.add(at + "formula", problem, Formula.LONGEST));
    }
    Rate rate = rate(at + "rate.", findings.required(at + "rate", given.rate()), findings);
    findings.amount(at + "floor", given.floor());
    findings.amount(at + "cap", given.cap());
    if (given.floor() != null && given.cap() != null && given.cap().compareTo(given.floor()) < 0) {
      findings.add(at + "cap", "belowFloor");
    }
    boolean amounts =
        given.floor() != null
            || given.cap() != null
            || rate != null && rate.kind() != null && rate.kind() != RateKind.PERCENT;
    if (amounts) {
      findings.required(at + "currency", given.currency());
    }
    clawback(at + "clawback.", given.clawback(), findings);
    return new Rule(
        key,
        name == null ? key : name,
        given.trigger(),
        given.base(),
        formula,
        selection(at + "selection.", given.selection(), findings),
        rate,
        given.floor(),
        given.cap(),
        given.currency(),
        given.clawback());
  }

  private static void clawback(String at, Clawback clawback, Findings findings) {
    if (clawback != null) {
      findings.range(at + "months", clawback.months(), 1, MOST_MONTHS);
    }
  }

  private static Rate rate(String at, Rate given, Findings findings) {
    if (given == null || findings.required(at + "kind", given.kind()) == null) {
      return given;
    }
    switch (given.kind()) {
      case FIXED -> findings.amount(at + "value", findings.required(at + "value", given.value()));
      case PERCENT -> share(at + "value", given.value(), findings);
      default -> {
        return new Rate(given.kind(), null, tiers(at, given.tiers(), findings), given.per());
      }
    }
    return new Rate(given.kind(), given.value(), null, given.per());
  }

  private static List<Tier> tiers(String at, List<Tier> given, Findings findings) {
    if (given.isEmpty()) {
      findings.add(at + "tiers", "required");
    }
    BigDecimal last = null;
    List<Tier> wanted = findings.atMost(at + "tiers", given, MOST_TIERS);
    List<Tier> tiers = new ArrayList<>();
    BigDecimal below = BigDecimal.ZERO;
    for (int i = 0; i < wanted.size(); i++) {
      Tier tier = tier(at + "tiers[" + i + "].", wanted.get(i), below, findings);
      if (tier.from() != null && last != null && tier.from().compareTo(last) <= 0) {
        findings.add(at + "tiers[" + i + "].from", "rising");
      }
      last = tier.from() == null ? last : tier.from();
      below = tier.percent();
      tiers.add(tier);
    }
    return tiers;
  }

  private static Tier tier(String at, Tier given, BigDecimal below, Findings findings) {
    findings.amount(at + "from", findings.required(at + "from", given.from()));
    findings.amount(at + "bonus", given.bonus());
    BigDecimal percent = given.percent() == null && given.bonus() != null ? below : given.percent();
    share(at + "percent", percent, findings);
    return new Tier(given.from(), percent, given.bonus());
  }

  /** A rate may have more decimals than other percentages. */
  private static void share(String field, BigDecimal value, Findings findings) {
    findings.amount(field, findings.required(field, value));
    if (value != null && value.compareTo(HUNDRED) > 0) {
      findings.add(field, "range", 0, 100);
    }
  }

  private static Selection selection(String at, Selection given, Findings findings) {
    findings.range(at + "firstInvoices", given.firstInvoices(), 1, MOST_INVOICES);
    return new Selection(
        codes(at + "groups", given.groups(), findings),
        codes(at + "exceptGroups", given.exceptGroups(), findings),
        codes(at + "packageTypes", given.packageTypes(), findings),
        codes(at + "contractTypes", given.contractTypes(), findings),
        given.firstInvoices(),
        given.newCustomers());
  }

  private static List<String> codes(String field, List<String> given, Findings findings) {
    List<String> codes = new ArrayList<>();
    List<String> wanted = findings.atMost(field, given, MOST_CODES);
    for (int i = 0; i < wanted.size(); i++) {
      String code = findings.line(field + "[" + i + "]", wanted.get(i), CODE);
      if (code != null && !codes.contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }
}
