package org.kartoteka.commissions.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Step;
import org.kartoteka.platform.api.money.Money;

/**
 * Reckons what a movement of a deal changes for everybody who earns on it: what is due now less
 * what was reckoned before. So the order of payments, corrections and endings does not matter, and
 * every correction is a difference, never an overwritten amount.
 */
public final class Reckoning {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Function<PlanVersionId, Version> versions;
  private final Totals totals;

  /**
   * A reckoning.
   *
   * @param totals what was reckoned so far; kept up
   */
  public Reckoning(Function<PlanVersionId, Version> versions, Totals totals) {
    this.versions = versions;
    this.totals = totals;
  }

  /** What the movement, already in the deal, changes. */
  public List<Entry> entries(Deal deal, List<Beneficiary> beneficiaries, Movement movement) {
    List<Entry> entries = new ArrayList<>();
    Map<PlanVersionId, List<Beneficiary>> sellers = new LinkedHashMap<>();
    beneficiaries.stream()
        .filter(Beneficiary::sells)
        .forEach(one -> sellers.computeIfAbsent(one.version(), id -> new ArrayList<>()).add(one));
    sellers.forEach(
        (id, group) -> {
          Version version = versions.apply(id);
          version
              .terms()
              .rules()
              .forEach(rule -> reckon(deal, group, version, rule, movement, entries));
        });
    superiors(deal, beneficiaries, movement, entries);
    return entries;
  }

  private void reckon(
      Deal deal,
      List<Beneficiary> group,
      Version version,
      Rule rule,
      Movement movement,
      List<Entry> entries) {
    if (!deal.kind().earnsBy(rule.trigger())) {
      return;
    }
    Assessment assessment = Assessment.of(rule, deal);
    if (rule.rate().per() == null) {
      byDocument(deal, group, version, rule, movement, assessment, entries);
    } else {
      byPeriod(deal, group, version, rule, movement, assessment, entries);
    }
  }

  private void byDocument(
      Deal deal,
      List<Beneficiary> group,
      Version version,
      Rule rule,
      Movement movement,
      Assessment assessment,
      List<Entry> entries) {
    List<Step> steps = start(version, rule, movement);
    steps.addAll(assessment.steps());
    BigDecimal whole = assessment.amount(rule, steps);
    List<BigDecimal> amounts = shared(whole, deal, group);
    List<BigDecimal> bases = shared(assessment.earned(deal), deal, group);
    for (int i = 0; i < group.size(); i++) {
      Beneficiary one = group.get(i);
      ClaimKey key = new ClaimKey(one.id(), rule.key());
      Total before = totals.claim(key);
      BigDecimal amount = amounts.get(i).subtract(before.amount());
      if (amount.signum() < 0 && staysInSpite(deal, rule, movement)) {
        continue;
      }
      note(
          entries,
          new Entry(
              one,
              version,
              rule,
              bases.get(i).subtract(before.base()),
              amount,
              ending(steps, one, amounts.get(i), before.amount(), amount, deal)));
    }
  }

  private void byPeriod(
      Deal deal,
      List<Beneficiary> group,
      Version version,
      Rule rule,
      Movement movement,
      Assessment assessment,
      List<Entry> entries) {
    List<BigDecimal> bases = shared(assessment.earned(deal), deal, group);
    LocalDate from = rule.rate().per().of(movement.on()).from();
    Scale scale = new Scale(rule);
    for (int i = 0; i < group.size(); i++) {
      Beneficiary one = group.get(i);
      ClaimKey key = new ClaimKey(one.id(), rule.key());
      Total before = totals.claim(key);
      BigDecimal base = bases.get(i).subtract(before.base());
      if (base.signum() == 0 || base.signum() < 0 && staysInSpite(deal, rule, movement)) {
        continue;
      }
      PeriodKey period =
          new PeriodKey(version.plan(), rule.key(), one.person(), deal.currency(), from);
      BigDecimal sumBefore = totals.period(period);
      BigDecimal sumAfter = sumBefore.add(base);
      List<Step> steps = start(version, rule, movement);
      steps.addAll(assessment.steps());
      steps.add(Step.of("period", from.toString(), sumBefore, sumAfter));
      BigDecimal earnedBefore = rounded(scale.earned(sumBefore), deal);
      BigDecimal earnedAfter = rounded(scale.earned(sumAfter, steps), deal);
      BigDecimal amount = earnedAfter.subtract(earnedBefore);
      totals.add(period, base);
      note(
          entries,
          new Entry(
              one,
              version,
              rule,
              base,
              amount,
              ending(steps, one, earnedAfter, earnedBefore, amount, deal)));
    }
  }

  /** What superiors get follows from what each seller has by now. */
  private void superiors(Deal deal, List<Beneficiary> all, Movement movement, List<Entry> entries) {
    Map<Long, List<Entry>> bySeller = new HashMap<>();
    entries.forEach(
        entry ->
            bySeller.computeIfAbsent(entry.beneficiary().id(), id -> new ArrayList<>()).add(entry));
    for (Beneficiary superior : all) {
      if (superior.sells()) {
        continue;
      }
      for (Entry entry : bySeller.getOrDefault(superior.seller(), List.of())) {
        BigDecimal seller =
            totals.claim(new ClaimKey(superior.seller(), entry.rule().key())).amount();
        BigDecimal due = rounded(seller.multiply(superior.share()).divide(HUNDRED), deal);
        Total before = totals.claim(new ClaimKey(superior.id(), entry.rule().key()));
        BigDecimal amount = due.subtract(before.amount());
        List<Step> steps = start(entry.version(), entry.rule(), movement);
        steps.add(Step.of("superior", superior.share(), seller, currency(deal)));
        if (before.amount().signum() != 0) {
          steps.add(Step.of("before", before.amount(), currency(deal)));
        }
        steps.add(Step.of("amount", amount, currency(deal)));
        note(
            entries,
            new Entry(superior, entry.version(), entry.rule(), BigDecimal.ZERO, amount, steps));
      }
    }
  }

  private void note(List<Entry> entries, Entry entry) {
    if (entry.amount().signum() == 0 && entry.base().signum() == 0) {
      return;
    }
    totals.add(
        new ClaimKey(entry.beneficiary().id(), entry.rule().key()), entry.base(), entry.amount());
    entries.add(entry);
  }

  /** A contract that is lowered takes back only while one that ended would do so too. */
  private static boolean staysInSpite(Deal deal, Rule rule, Movement movement) {
    if (movement.kind() != Movement.Kind.ANNEXED) {
      return false;
    }
    return rule.clawback() == null
        || deal.contracts().values().stream()
            .allMatch(
                facts ->
                    facts.startsOn() == null
                        || !movement
                            .agreedOn()
                            .isBefore(facts.startsOn().plusMonths(rule.clawback().months())));
  }

  private static List<Step> start(Version version, Rule rule, Movement movement) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of(
            "plan",
            version.planName(),
            version.number(),
            version.validFrom().toString(),
            rule.name()));
    steps.add(
        Step.of(
            "because." + movement.kind().name().toLowerCase(java.util.Locale.ROOT),
            movement.on().toString()));
    return steps;
  }

  private static List<Step> ending(
      List<Step> steps,
      Beneficiary one,
      BigDecimal due,
      BigDecimal before,
      BigDecimal amount,
      Deal deal) {
    List<Step> all = new ArrayList<>(steps);
    if (one.share().compareTo(HUNDRED) != 0) {
      all.add(Step.of("share", one.share()));
    }
    if (before.signum() != 0) {
      all.add(Step.of("due", due, currency(deal)));
      all.add(Step.of("before", before, currency(deal)));
    }
    all.add(Step.of("amount", amount, currency(deal)));
    return List.copyOf(all);
  }

  /** The sum of the shares is the whole's part that belongs to the group, to the last penny. */
  private static List<BigDecimal> shared(BigDecimal whole, Deal deal, List<Beneficiary> group) {
    BigDecimal percent =
        group.stream().map(Beneficiary::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    Money part = new Money(whole.multiply(percent).divide(HUNDRED), deal.currency()).rounded();
    if (group.size() == 1) {
      return List.of(part.amount());
    }
    return part.split(group.stream().map(Beneficiary::share).toList(), rest(group)).stream()
        .map(Money::amount)
        .toList();
  }

  private static int rest(List<Beneficiary> group) {
    int largest = 0;
    for (int i = 0; i < group.size(); i++) {
      if (group.get(i).takesRest()) {
        return i;
      }
      if (group.get(i).share().compareTo(group.get(largest).share()) > 0) {
        largest = i;
      }
    }
    return largest;
  }

  private static BigDecimal rounded(BigDecimal amount, Deal deal) {
    return new Money(amount, deal.currency()).rounded().amount();
  }

  private static String currency(Deal deal) {
    return deal.currency().getCurrencyCode();
  }
}
