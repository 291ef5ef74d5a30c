package org.kartoteka.sales.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;

/**
 * What follows for invoices from all that happened to a contract. It is computed anew from the
 * facts in their order, so that it does not matter in which order they were heard of.
 */
public final class Agreement {

  private final Map<Place, List<Term>> terms = new LinkedHashMap<>();
  private ContractTerms latest;
  private LocalDate endsOn;

  private record Place(String line, Grid grid) {}

  private Agreement() {}

  /** The agreement after the facts; nothing holds before it was signed. */
  public static Agreement of(List<Fact> facts) {
    Agreement agreement = new Agreement();
    if (facts.stream().anyMatch(fact -> fact.kind() == Fact.Kind.SIGNED)) {
      facts.stream().sorted(Comparator.comparingLong(Fact::event)).forEach(agreement::take);
    }
    return agreement;
  }

  /** The terms that were agreed last; empty before it was signed. */
  public Optional<ContractTerms> latest() {
    return Optional.ofNullable(latest);
  }

  /** What is owed for its lines. */
  public List<Schedule> schedules() {
    List<Schedule> schedules = new ArrayList<>();
    terms.forEach(
        (place, list) -> {
          List<Term> held = joined(list);
          if (!held.isEmpty()) {
            schedules.add(new Schedule(place.line(), place.grid(), held));
          }
        });
    return schedules;
  }

  private void take(Fact fact) {
    LocalDate ended = endsOn;
    endsOn = fact.endsOn();
    if (fact.terms() != null) {
      latest = fact.terms();
      LocalDate last = fact.effectiveOn().minusDays(1);
      terms.values().forEach(list -> cut(list, ended));
      Map<String, Place> before = new LinkedHashMap<>();
      terms.forEach(
          (place, list) -> {
            if (list.stream().anyMatch(term -> term.notBeyond(last) != null)) {
              before.put(place.line(), place);
            }
          });
      terms.values().forEach(list -> cut(list, last));
      fact.terms().lines().forEach(line -> add(line, fact.effectiveOn(), before.get(line.key())));
    }
  }

  private void add(ContractLine line, LocalDate effectiveOn, Place before) {
    LocalDate from = line.from().isAfter(effectiveOn) ? line.from() : effectiveOn;
    if (line.until() == null || !line.until().isBefore(from)) {
      Grid grid = grid(line, from, before == null ? null : before.grid());
      terms
          .computeIfAbsent(new Place(line.key(), grid), place -> new ArrayList<>())
          .add(Term.of(line, from));
    }
  }

  /** A line that is not aligned keeps its periods as long as their length stays. */
  private static Grid grid(ContractLine line, LocalDate from, Grid before) {
    Billing billing = line.billing();
    boolean aligned = billing.recurs() && billing.anchor() != null;
    boolean kept =
        !aligned
            && before != null
            && before.months() == billing.months()
            && before.due() == billing.due();
    if (kept) {
      return before;
    }
    LocalDate base = aligned ? billing.anchor() : billing.recurs() ? line.from() : from;
    return new Grid(billing.months(), billing.due(), base);
  }

  private List<Term> joined(List<Term> list) {
    List<Term> held = new ArrayList<>();
    list.stream()
        .map(term -> term.notBeyond(endsOn))
        .filter(term -> term != null)
        .sorted(Comparator.comparing(Term::from))
        .forEach(term -> append(held, term));
    return held;
  }

  private static void append(List<Term> held, Term term) {
    Term before = held.isEmpty() ? null : held.remove(held.size() - 1);
    Term both = before == null ? null : before.joined(term);
    if (both != null) {
      held.add(both);
    } else {
      if (before != null) {
        held.add(before);
      }
      held.add(term);
    }
  }

  private static void cut(List<Term> list, LocalDate last) {
    List<Term> held =
        list.stream().map(term -> term.notBeyond(last)).filter(t -> t != null).toList();
    list.clear();
    list.addAll(held);
  }
}
