package org.kartoteka.commissions.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.kartoteka.commissions.DealEstimate;
import org.kartoteka.commissions.DealIdea;
import org.kartoteka.commissions.DryRunOrder;
import org.kartoteka.commissions.DryRunView;
import org.kartoteka.commissions.DryRuns;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.PlanVersionView;
import org.kartoteka.commissions.Plans;
import org.kartoteka.commissions.internal.calculation.Replay;
import org.kartoteka.commissions.internal.calculation.StoredTotals;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.commissions.internal.data.Json;
import org.kartoteka.commissions.internal.data.PersonReach;
import org.kartoteka.commissions.internal.data.PlanBook;
import org.kartoteka.commissions.internal.data.PlanRows;
import org.kartoteka.commissions.internal.domain.Estimate;
import org.kartoteka.commissions.internal.domain.Terms;
import org.kartoteka.commissions.internal.domain.Version;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions that touch nothing. */
@Component
public final class DryRunService implements DryRuns {

  private static final int MOST_ROWS = 200;
  private static final int MOST_PERSONS = 500;
  private static final int MOST_YEARS = 2;

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final PlanRows plans;
  private final PersonReach reach;
  private final Sentences sentences;
  private final Clock clock;
  private final Json json = new Json();

  @Activate
  public DryRunService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference PlanRows plans,
      @Reference PersonReach reach,
      @Reference Sentences sentences,
      @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.plans = plans;
    this.reach = reach;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public DryRunView run(DryRunOrder order) {
    return keeping.with(
        CommissionPermissions.DEFINE,
        () -> {
          PlanTerms terms = checked(order);
          PlanBook book = plans.book();
          Instant now = clock.instant();
          Version version =
              new Version(
                  new PlanVersionId(0),
                  order.planId() == null ? new PlanId(0) : order.planId(),
                  "",
                  0,
                  order.from(),
                  now,
                  terms);
          Outcome outcome = new Outcome(reach.seen());
          long documents =
              new Replay(unitOfWork, book, json, version, wanted(order, book, now), now)
                  .run(order.from(), order.until(), outcome);
          return outcome.view(documents);
        });
  }

  private static BiPredicate<UserId, LocalDate> wanted(
      DryRunOrder order, PlanBook book, Instant now) {
    return order.persons().isEmpty()
        ? (person, day) ->
            book.inForce(person, day, now)
                .map(version -> version.plan().equals(order.planId()))
                .orElse(false)
        : (person, day) -> order.persons().contains(person);
  }

  private PlanTerms checked(DryRunOrder order) {
    Findings findings = new Findings();
    LocalDate from = findings.day("from", findings.required("from", order.from()));
    LocalDate until = findings.day("until", findings.required("until", order.until()));
    if (from != null && until != null) {
      if (until.isBefore(from)) {
        findings.add("until", "beforeStart");
      } else if (until.isAfter(from.plusYears(MOST_YEARS))) {
        findings.add("until", "tooLongSpan", MOST_YEARS);
      }
    }
    findings.atMost("persons", order.persons(), MOST_PERSONS);
    if (order.planId() == null && order.persons().isEmpty()) {
      findings.add("planId", "required");
    }
    if (order.planId() != null && plans.find(order.planId()).isEmpty()) {
      throw new NotFound(Plans.TYPE, order.planId().value());
    }
    PlanTerms terms = order.terms() == null ? latest(order.planId()) : order.terms();
    terms = Terms.normal(terms, findings);
    findings.throwIfAny();
    return terms;
  }

  private PlanTerms latest(PlanId plan) {
    return plan == null
        ? null
        : plans.versions(plan).stream().findFirst().map(PlanVersionView::terms).orElse(null);
  }

  @Override
  public DealEstimate estimate(DealIdea idea) {
    return keeping.with(
        CommissionPermissions.OWN,
        () -> {
          Findings findings = new Findings();
          findings.required("currency", idea.currency());
          findings.amount("monthly", idea.monthly());
          findings.amount("monthlyCost", idea.monthlyCost());
          findings.amount("once", idea.once());
          findings.amount("onceCost", idea.onceCost());
          findings.throwIfAny();
          LocalDate today = keeping.act().today();
          PlanBook book = plans.book();
          return book.inForce(keeping.user(), today, clock.instant())
              .map(
                  version ->
                      said(
                          new Estimate(
                                  version,
                                  keeping.user(),
                                  today,
                                  StoredTotals.asTheyAre(unitOfWork))
                              .of(idea),
                          version,
                          idea))
              .orElseGet(() -> new DealEstimate(null, Money.zero(idea.currency()), List.of()));
        });
  }

  private DealEstimate said(List<Estimate.Part> parts, Version version, DealIdea idea) {
    Money total = Money.zero(idea.currency());
    List<DealEstimate.Part> said = new ArrayList<>();
    for (Estimate.Part part : parts) {
      Money amount = new Money(part.amount(), idea.currency());
      total = total.plus(amount);
      said.add(
          new DealEstimate.Part(
              part.rule().name(), part.rule().trigger(), amount, sentences.of(part.steps())));
    }
    return new DealEstimate(version.planName(), total, said);
  }

  /** Adds up by person as far as they are in reach, and keeps the largest differences. */
  private static final class Outcome implements Replay.Sink {

    private record Who(UserId person, Currency currency) {}

    private final Map<Who, BigDecimal[]> sums = new LinkedHashMap<>();
    private final PriorityQueue<Replay.Compared> largest =
        new PriorityQueue<>(Comparator.comparing(Outcome::size));

    private final Predicate<UserId> seen;

    Outcome(Predicate<UserId> seen) {
      this.seen = seen;
    }

    private static BigDecimal size(Replay.Compared row) {
      return row.then().subtract(row.now()).abs();
    }

    @Override
    public void compared(Replay.Compared row) {
      if (!seen.test(row.person())) {
        return;
      }
      BigDecimal[] sum =
          sums.computeIfAbsent(
              new Who(row.person(), row.currency()),
              who -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      sum[0] = sum[0].add(row.now());
      sum[1] = sum[1].add(row.then());
      if (size(row).signum() != 0) {
        largest.add(row);
        if (largest.size() > MOST_ROWS) {
          largest.poll();
        }
      }
    }

    DryRunView view(long documents) {
      List<DryRunView.Person> persons = new ArrayList<>();
      sums.forEach(
          (who, sum) ->
              persons.add(
                  new DryRunView.Person(
                      who.person(),
                      new Money(sum[0], who.currency()),
                      new Money(sum[1], who.currency()),
                      new Money(sum[1].subtract(sum[0]), who.currency()))));
      List<DryRunView.Row> rows =
          largest.stream()
              .sorted(Comparator.comparing(Outcome::size).reversed())
              .map(
                  row ->
                      new DryRunView.Row(
                          row.person(),
                          row.number(),
                          new Money(row.now(), row.currency()),
                          new Money(row.then(), row.currency()),
                          new Money(row.then().subtract(row.now()), row.currency())))
              .toList();
      return new DryRunView(documents, persons, rows);
    }
  }
}
