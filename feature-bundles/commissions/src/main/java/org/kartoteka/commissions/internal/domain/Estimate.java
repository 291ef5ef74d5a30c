package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kartoteka.commissions.DealIdea;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Step;
import org.kartoteka.platform.api.security.UserId;

/** What a deal would bring its seller: its contract, and its first invoice once it is paid. */
public final class Estimate {

  private static final String CONTRACT = "idea";

  /** It has no number yet. */
  private static final String NUMBER = "…";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Version version;
  private final UserId seller;
  private final LocalDate today;
  private final Totals totals;

  /**
   * An estimate.
   *
   * @param totals what was added up so far
   */
  public Estimate(Version version, UserId seller, LocalDate today, Totals totals) {
    this.totals = totals;
    this.version = version;
    this.seller = seller;
    this.today = today;
  }

  /** What a rule would bring. */
  public record Part(Rule rule, BigDecimal amount, List<Step> steps) {}

  /** What each rule would bring. */
  public List<Part> of(DealIdea idea) {
    Reckoning reckoning = new Reckoning(id -> version, totals);
    List<Part> parts = new ArrayList<>();
    for (DealKind kind : DealKind.values()) {
      Movement made =
          Movement.made(
              0,
              today,
              lines(idea),
              Map.of(CONTRACT, new ContractFacts(idea.contractType(), today, null, 1)));
      Deal deal =
          Deal.of(kind, NUMBER, today, idea.currency(), idea.newCustomer() ? 1 : 2).after(made);
      deal = deal.after(Movement.paid(0, today, deal.gross()));
      reckoning
          .entries(
              deal,
              List.of(new Beneficiary(kind.ordinal(), seller, version.id(), HUNDRED, null, true)),
              made)
          .forEach(entry -> parts.add(new Part(entry.rule(), entry.amount(), entry.steps())));
    }
    return parts;
  }

  private static List<DealLine> lines(DealIdea idea) {
    List<DealLine> lines = new ArrayList<>();
    add(lines, idea, idea.monthly(), idea.monthlyCost(), true);
    add(lines, idea, idea.once(), idea.onceCost(), false);
    return lines;
  }

  private static void add(
      List<DealLine> lines, DealIdea idea, BigDecimal net, BigDecimal cost, boolean recurring) {
    if (net != null) {
      lines.add(
          new DealLine(
              lines.size() + 1,
              idea.groups(),
              BigDecimal.ONE,
              net,
              BigDecimal.ZERO,
              cost,
              CONTRACT,
              idea.packageType(),
              recurring));
    }
  }
}
