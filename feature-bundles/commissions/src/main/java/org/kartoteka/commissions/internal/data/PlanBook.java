package org.kartoteka.commissions.internal.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.internal.domain.Version;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/**
 * Which version of which plan is in force for whom, and who shares in what. Only what was known
 * when an event happened counts, so that it does not matter when the event is reckoned. A picture
 * of one moment, for one transaction.
 */
public final class PlanBook {

  private final Map<PlanVersionId, Version> versions;
  private final Map<PlanId, List<Version>> byPlan;
  private final List<Assigned> assignments;
  private final Map<String, List<SplitRow>> splitsOfContracts;
  private final Map<Long, List<SplitRow>> splitsOfParties;
  private final Supplier<List<UserView>> staff;
  private Map<UserId, UserView> users;

  /** A plan that was assigned. */
  record Assigned(long id, PlanId plan, Assignee assignee, String subject, Validity validity) {}

  /** A sale that is shared: of a party or of a contract. */
  record SplitRow(
      long id, Long party, String contract, List<Share> shares, UserId restTo, Validity validity) {}

  /** When something holds, and when that was known. */
  record Validity(LocalDate from, LocalDate until, Instant definedAt, Instant endedAt) {

    boolean holds(LocalDate day, Instant known) {
      return !definedAt.isAfter(known)
          && (endedAt == null || endedAt.isAfter(known))
          && !day.isBefore(from)
          && (until == null || !day.isAfter(until));
    }
  }

  /**
   * Who has a part in a deal.
   *
   * @param restTo who takes what rounding leaves; null when it does not matter
   */
  public record Team(List<Share> shares, UserId restTo) {}

  PlanBook(
      List<Version> versions,
      List<Assigned> assignments,
      List<SplitRow> splits,
      Supplier<List<UserView>> staff) {
    this.versions = versions.stream().collect(Collectors.toMap(Version::id, Function.identity()));
    this.byPlan = versions.stream().collect(Collectors.groupingBy(Version::plan));
    this.assignments = assignments;
    this.splitsOfContracts = by(splits, SplitRow::contract);
    this.splitsOfParties = by(splits, SplitRow::party);
    this.staff = staff;
  }

  private static <K> Map<K, List<SplitRow>> by(List<SplitRow> splits, Function<SplitRow, K> key) {
    return splits.stream()
        .filter(row -> key.apply(row) != null)
        .collect(Collectors.groupingBy(key));
  }

  /** The version with the id. */
  public Version version(PlanVersionId id) {
    return versions.get(id);
  }

  /** The version that is in force for a person on a day, as it was known at a time. */
  public Optional<Version> inForce(UserId person, LocalDate day, Instant known) {
    return assignments.stream()
        .filter(one -> one.validity().holds(day, known) && covers(one, person))
        .min(
            Comparator.comparing(Assigned::assignee)
                .thenComparing(one -> one.validity().from(), Comparator.reverseOrder())
                .thenComparing(Assigned::id, Comparator.reverseOrder()))
        .flatMap(one -> inForce(one.plan(), day, known));
  }

  /** The version of a plan that is in force on a day, as it was known at a time. */
  public Optional<Version> inForce(PlanId plan, LocalDate day, Instant known) {
    return byPlan.getOrDefault(plan, List.of()).stream()
        .filter(one -> !one.definedAt().isAfter(known) && !one.validFrom().isAfter(day))
        .max(Comparator.comparing(Version::validFrom).thenComparing(Version::number));
  }

  /** Who has a part in a deal: of its contract, else of its customer, else whoever sold it. */
  public Team team(String contract, Long party, UserId salesperson, LocalDate day, Instant known) {
    return standing(splitsOfContracts.get(contract), day, known)
        .or(() -> standing(splitsOfParties.get(party), day, known))
        .map(row -> new Team(row.shares(), row.restTo()))
        .orElseGet(
            () ->
                new Team(
                    salesperson == null
                        ? List.of()
                        : List.of(new Share(salesperson, java.math.BigDecimal.valueOf(100))),
                    null));
  }

  private static Optional<SplitRow> standing(List<SplitRow> splits, LocalDate day, Instant known) {
    return Stream.ofNullable(splits)
        .flatMap(List::stream)
        .filter(row -> row.validity().holds(day, known))
        .max(
            Comparator.comparing((SplitRow row) -> row.validity().from())
                .thenComparing(SplitRow::id));
  }

  /** The superiors of a person, the nearest first. */
  public List<UserId> superiors(UserId person, int atMost) {
    List<UserId> found = new ArrayList<>();
    UserView user = users().get(person);
    while (user != null
        && user.superiorId() != null
        && found.size() < atMost
        && !found.contains(user.superiorId())
        && !user.superiorId().equals(person)) {
      found.add(user.superiorId());
      user = users().get(user.superiorId());
    }
    return found;
  }

  private boolean covers(Assigned one, UserId person) {
    return switch (one.assignee()) {
      case EVERYBODY -> true;
      case PERSON -> one.subject().equals(Long.toString(person.value()));
      case GROUP -> has(person, UserView::groups, one.subject());
      case ROLE -> has(person, UserView::roles, one.subject());
    };
  }

  private boolean has(UserId person, Function<UserView, List<String>> what, String name) {
    UserView user = users().get(person);
    return user != null && what.apply(user).contains(name);
  }

  private Map<UserId, UserView> users() {
    if (users == null) {
      users = new HashMap<>();
      staff.get().forEach(user -> users.put(user.id(), user));
    }
    return users;
  }
}
