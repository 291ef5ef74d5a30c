package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Step;
import org.kartoteka.commissions.Tier;

/** What a base earns: the rate with its limits. */
final class Scale {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Rate rate;
  private final BigDecimal floor;
  private final BigDecimal cap;

  Scale(Rule rule) {
    this.rate = rule.rate();
    this.floor = rule.floor();
    this.cap = rule.cap();
  }

  /** What the base earns, exactly; what is taken back of a base below zero earns the same less. */
  BigDecimal earned(BigDecimal base, List<Step> steps) {
    if (base.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (base.signum() < 0) {
      return rated(base.negate(), steps).negate();
    }
    return limited(rated(base, steps).add(bonus(base, steps)), steps);
  }

  /** What the base earns, exactly. */
  BigDecimal earned(BigDecimal base) {
    return earned(base, new ArrayList<>());
  }

  private BigDecimal rated(BigDecimal base, List<Step> steps) {
    return switch (rate.kind()) {
      case FIXED -> {
        steps.add(Step.of("fixed", rate.value()));
        yield rate.value();
      }
      case PERCENT -> {
        steps.add(Step.of("percent", rate.value(), base));
        yield share(base, rate.value());
      }
      case TIERS_WHOLE -> whole(base, steps);
      case TIERS_MARGINAL -> marginal(base, steps);
    };
  }

  private BigDecimal whole(BigDecimal base, List<Step> steps) {
    List<Tier> reached = reached(base);
    if (reached.isEmpty()) {
      steps.add(Step.of("below-tiers", base));
      return BigDecimal.ZERO;
    }
    Tier tier = reached.get(reached.size() - 1);
    steps.add(Step.of("tier-whole", tier.from(), tier.percent(), base));
    return share(base, tier.percent());
  }

  private BigDecimal marginal(BigDecimal base, List<Step> steps) {
    BigDecimal sum = BigDecimal.ZERO;
    List<Tier> tiers = rate.tiers();
    for (int i = 0; i < tiers.size() && base.compareTo(tiers.get(i).from()) > 0; i++) {
      Tier tier = tiers.get(i);
      BigDecimal end = i + 1 < tiers.size() ? base.min(tiers.get(i + 1).from()) : base;
      BigDecimal part = end.subtract(tier.from());
      steps.add(Step.of("tier-marginal", tier.from(), end, tier.percent(), part));
      sum = sum.add(share(part, tier.percent()));
    }
    return sum;
  }

  /** A base below zero reaches no tier, so that no bonus is taken back that it never brought. */
  private BigDecimal bonus(BigDecimal base, List<Step> steps) {
    List<Tier> reached = reached(base);
    int first = rate.kind() == RateKind.TIERS_WHOLE ? Math.max(0, reached.size() - 1) : 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (Tier tier : reached.subList(first, reached.size())) {
      if (tier.bonus() != null) {
        steps.add(Step.of("tier-bonus", tier.from(), tier.bonus()));
        sum = sum.add(tier.bonus());
      }
    }
    return sum;
  }

  private List<Tier> reached(BigDecimal base) {
    return rate.tiers().stream().filter(tier -> base.compareTo(tier.from()) >= 0).toList();
  }

  private BigDecimal limited(BigDecimal amount, List<Step> steps) {
    if (floor != null && amount.signum() > 0 && amount.compareTo(floor) < 0) {
      steps.add(Step.of("floor", floor));
      return floor;
    }
    if (cap != null && amount.compareTo(cap) > 0) {
      steps.add(Step.of("cap", cap));
      return cap;
    }
    return amount;
  }

  private static BigDecimal share(BigDecimal base, BigDecimal percent) {
    return base.multiply(percent).divide(HUNDRED);
  }
}
