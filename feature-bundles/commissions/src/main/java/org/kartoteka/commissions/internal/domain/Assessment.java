package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.Clawback;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Selection;
import org.kartoteka.commissions.Step;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.platform.api.money.Money;

/**
 * What a deal is worth under a rule as it stands now, before it is shared out. A pure function of
 * the rule and the deal: this is the definition of a commission, for single events, for catching up
 * and for dry runs alike.
 *
 * @param base what the rate applies to, rounded
 * @param part which part of it is earned by now, from 0 to 1: what was paid, what a contract that
 *     ended early leaves
 */
record Assessment(BigDecimal base, BigDecimal part, List<Step> steps) {

  private static final Assessment NOTHING =
      new Assessment(BigDecimal.ZERO, BigDecimal.ZERO, List.of());
  private static final int EXACT = 12;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Assessment of(Rule rule, Deal deal) {
    if (!deal.kind().earnsBy(rule.trigger())
        || rule.currency() != null && !rule.currency().equals(deal.currency())
        || rule.selection().newCustomers() && deal.ofCustomer() > 1) {
      return NOTHING;
    }
    List<Step> steps = new ArrayList<>();
    List<DealLine> counted =
        deal.lines().stream().filter(line -> counts(rule.selection(), deal, line)).toList();
    steps.add(Step.of("lines", counted.size(), deal.lines().size(), deal.number()));
    if (rule.selection().newCustomers()) {
      steps.add(Step.of("new-customer"));
    }
    BigDecimal base = rounded(base(rule, deal, counted, steps), deal).max(BigDecimal.ZERO);
    return new Assessment(base, part(rule, deal, steps), steps);
  }

  /** The base that is earned by now, rounded. */
  BigDecimal earned(Deal deal) {
    return rounded(exact(base.multiply(part)), deal);
  }

  /** What it comes to for a rule that takes each document by itself, exactly. */
  BigDecimal amount(Rule rule, List<Step> more) {
    return base.signum() == 0
        ? BigDecimal.ZERO
        : exact(new Scale(rule).earned(base, more).multiply(part));
  }

  /** Without what dividing has left behind the last digit that matters: a third of 3 is 1. */
  private static BigDecimal exact(BigDecimal amount) {
    return amount.scale() > EXACT ? amount.setScale(EXACT, RoundingMode.HALF_UP) : amount;
  }

  private static BigDecimal base(Rule rule, Deal deal, List<DealLine> lines, List<Step> steps) {
    Sums sums = new Sums(rule.clawback(), deal);
    lines.forEach(sums::add);
    sums.explain(rule.base(), steps);
    if (rule.base() != Base.FORMULA) {
      return sums.of(rule.base());
    }
    BigDecimal value = new Formula(rule.formula()).value(sums.numbers(lines.size()));
    steps.add(Step.of("formula", rule.formula(), value));
    return value;
  }

  private static BigDecimal part(Rule rule, Deal deal, List<Step> steps) {
    if (rule.trigger() == Trigger.PAYMENT) {
      BigDecimal part = deal.paidPart();
      steps.add(Step.of("paid", deal.paid(), deal.gross(), percent(part)));
      return part;
    }
    if (deal.kind() == DealKind.CONTRACT) {
      for (ContractFacts facts : deal.contracts().values()) {
        BigDecimal kept = facts.kept(rule.clawback());
        if (kept.compareTo(BigDecimal.ONE) < 0) {
          steps.add(ended(facts, rule.clawback(), kept));
        }
        return kept;
      }
    }
    return BigDecimal.ONE;
  }

  private static Step ended(ContractFacts facts, Clawback clawback, BigDecimal kept) {
    return Step.of(
        "ended",
        facts.startsOn().toString(),
        facts.endedOn().toString(),
        clawback.months(),
        percent(kept));
  }

  private static boolean counts(Selection only, Deal deal, DealLine line) {
    ContractFacts contract = line.contract() == null ? null : deal.contracts().get(line.contract());
    return within(only.groups(), line.groups(), true)
        && !within(only.exceptGroups(), line.groups(), false)
        && isWanted(only.packageTypes(), line.packageType())
        && isWanted(only.contractTypes(), contract == null ? null : contract.type())
        && (only.firstInvoices() == null
            || deal.kind() == DealKind.CONTRACT
            || (contract == null ? deal.ofCustomer() : contract.invoice()) <= only.firstInvoices());
  }

  private static boolean isWanted(List<String> wanted, String code) {
    return wanted.isEmpty() || code != null && wanted.contains(code);
  }

  /** Whether one of the groups the line is in, inner or outer, is wanted. */
  private static boolean within(List<String> wanted, List<String> groups, boolean ifAny) {
    return wanted.isEmpty() ? ifAny : groups.stream().anyMatch(wanted::contains);
  }

  private static BigDecimal percent(BigDecimal part) {
    return part.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal rounded(BigDecimal amount, Deal deal) {
    return new Money(amount, deal.currency()).rounded().amount();
  }

  /** The lines added up. */
  private static final class Sums {

    private final Clawback clawback;
    private final Deal deal;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal margin = BigDecimal.ZERO;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal subscription = BigDecimal.ZERO;
    private int invoice;
    private int unknownCosts;
    private final List<Step> endings = new ArrayList<>();

    Sums(Clawback clawback, Deal deal) {
      this.clawback = clawback;
      this.deal = deal;
    }

    void add(DealLine line) {
      BigDecimal kept = kept(line);
      net = net.add(line.net().multiply(kept));
      gross = gross.add(line.gross().multiply(kept));
      quantity = quantity.add(line.quantity());
      if (line.recurring()) {
        subscription = subscription.add(line.net().multiply(kept));
      }
      if (line.cost() == null) {
        unknownCosts++;
      } else {
        cost = cost.add(line.cost().multiply(kept));
        margin = margin.add(line.net().subtract(line.cost()).max(BigDecimal.ZERO).multiply(kept));
      }
    }

    BigDecimal of(Base base) {
      return switch (base) {
        case SUBSCRIPTION -> subscription;
        case MARGIN -> margin;
        default -> net;
      };
    }

    void explain(Base base, List<Step> steps) {
      steps.addAll(endings);
      switch (base) {
        case SUBSCRIPTION -> steps.add(Step.of("subscription", subscription, currency()));
        case MARGIN -> {
          steps.add(Step.of("margin", margin, currency(), net, cost));
          if (unknownCosts > 0) {
            steps.add(Step.of("unknown-costs", unknownCosts));
          }
        }
        default -> steps.add(Step.of("net", net, currency()));
      }
    }

    Map<String, BigDecimal> numbers(int lines) {
      return Map.of(
          "net", net,
          "cost", cost,
          "margin", margin,
          "gross", gross,
          "quantity", quantity,
          "subscription", subscription,
          "lines", BigDecimal.valueOf(lines),
          "invoice", BigDecimal.valueOf(invoice));
    }

    private String currency() {
      return deal.currency().getCurrencyCode();
    }

    private BigDecimal kept(DealLine line) {
      ContractFacts facts = line.contract() == null ? null : deal.contracts().get(line.contract());
      if (facts == null || deal.kind() == DealKind.CONTRACT) {
        return BigDecimal.ONE;
      }
      invoice = facts.invoice();
      BigDecimal kept = facts.kept(clawback);
      if (kept.compareTo(BigDecimal.ONE) < 0 && endings.isEmpty()) {
        endings.add(ended(facts, clawback, kept));
      }
      return kept;
    }
  }
}
