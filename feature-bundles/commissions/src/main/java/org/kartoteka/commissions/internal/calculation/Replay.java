package org.kartoteka.commissions.internal.calculation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.internal.data.Json;
import org.kartoteka.commissions.internal.data.PlanBook;
import org.kartoteka.commissions.internal.domain.Beneficiary;
import org.kartoteka.commissions.internal.domain.Deal;
import org.kartoteka.commissions.internal.domain.DealKind;
import org.kartoteka.commissions.internal.domain.Entry;
import org.kartoteka.commissions.internal.domain.Movement;
import org.kartoteka.commissions.internal.domain.Reckoning;
import org.kartoteka.commissions.internal.domain.Totals;
import org.kartoteka.commissions.internal.domain.Version;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;

/**
 * Reckons the deals of a span anew under another version, movement by movement in the order in
 * which everything happened, without writing anything; and tells of each deal what stands in the
 * ledger beside it. Deals are forgotten once nothing more happens to them.
 */
public final class Replay {

  private static final int AT_ONCE = 1000;

  private final UnitOfWork unitOfWork;
  private final PlanBook plans;
  private final Version version;
  private final BiPredicate<UserId, LocalDate> wanted;
  private final Instant now;
  private final DealRows rows;
  private final Totals totals = new Totals();
  private final Reckoning reckoning;
  private final Map<Long, Open> open = new HashMap<>();
  private long nextBeneficiary;

  /** A deal in work. */
  private static final class Open {
    Deal deal;
    final List<Beneficiary> beneficiaries = new ArrayList<>();
    final Map<UserId, BigDecimal> then = new HashMap<>();
  }

  /**
   * What a deal comes to for a person.
   *
   * @param now what stands in the ledger
   * @param then what it would have been
   */
  public record Compared(
      long deal,
      String number,
      Currency currency,
      UserId person,
      BigDecimal now,
      BigDecimal then) {}

  /** Takes what was compared, deal by deal. */
  public interface Sink {
    /** A person on a deal. */
    void compared(Compared row);
  }

  /**
   * A replay; within a unit of work.
   *
   * @param version what would have been in force
   * @param wanted for which sellers, on the day of the deal
   * @param now as of when splits and superiors are known
   */
  public Replay(
      UnitOfWork unitOfWork,
      PlanBook plans,
      Json json,
      Version version,
      BiPredicate<UserId, LocalDate> wanted,
      Instant now) {
    this.unitOfWork = unitOfWork;
    this.plans = plans;
    this.version = version;
    this.wanted = wanted;
    this.now = now;
    this.rows = new DealRows(unitOfWork, json);
    Function<PlanVersionId, Version> only = id -> version;
    this.reckoning = new Reckoning(only, totals);
  }

  private record Moved(
      long deal,
      boolean last,
      String source,
      String key,
      String number,
      DealKind kind,
      LocalDate dated,
      Currency currency,
      int ofCustomer,
      Long party,
      UserId salesperson,
      Movement movement) {}

  /** Replays the deals dated in the span; tells how many took part. */
  public long run(LocalDate from, LocalDate until, Sink sink) {
    long documents = 0;
    List<Moved> page = page(from, until, -1, -1);
    while (!page.isEmpty()) {
      Map<Long, Moved> finished = new HashMap<>();
      for (Moved moved : page) {
        Open file = open.computeIfAbsent(moved.deal(), id -> opened(moved));
        file.deal = file.deal.after(moved.movement());
        if (moved.movement().kind() == Movement.Kind.MADE) {
          beneficiaries(file, moved);
        }
        for (Entry entry : reckoning.entries(file.deal, file.beneficiaries, moved.movement())) {
          file.then.merge(entry.beneficiary().person(), entry.amount(), BigDecimal::add);
        }
        if (moved.last()) {
          finished.put(moved.deal(), moved);
        }
      }
      documents += compare(finished, sink);
      Moved end = page.get(page.size() - 1);
      page = page(from, until, end.movement().event(), end.deal());
    }
    return documents;
  }

  private long compare(Map<Long, Moved> finished, Sink sink) {
    if (finished.isEmpty()) {
      return 0;
    }
    Map<Long, List<Earned>> ledger = ledger(finished.keySet());
    long documents = 0;
    for (Long id : new TreeSet<>(finished.keySet())) {
      Open file = open.remove(id);
      if (file.beneficiaries.isEmpty()) {
        continue;
      }
      documents++;
      compare(id, file, ledger.getOrDefault(id, List.of()), sink);
    }
    return documents;
  }

  /** Also tells of superiors who would get nothing any longer. */
  private static void compare(long id, Open file, List<Earned> ledger, Sink sink) {
    Set<UserId> sellers = new HashSet<>();
    Set<UserId> persons = new LinkedHashSet<>();
    file.beneficiaries.forEach(
        one -> {
          persons.add(one.person());
          if (one.seller() == null) {
            sellers.add(one.person());
          }
        });
    Map<UserId, BigDecimal> now = new HashMap<>();
    ledger.stream()
        .filter(earned -> sellers.contains(earned.seller()))
        .forEach(earned -> now.merge(earned.person(), earned.amount(), BigDecimal::add));
    persons.addAll(now.keySet());
    for (UserId person : persons) {
      sink.compared(
          new Compared(
              id,
              file.deal.number(),
              file.deal.currency(),
              person,
              now.getOrDefault(person, BigDecimal.ZERO),
              file.then.getOrDefault(person, BigDecimal.ZERO)));
    }
  }

  /** What somebody earned by a sale of his own, or of the seller whose superior he is. */
  private record Earned(UserId seller, UserId person, BigDecimal amount) {}

  private Map<Long, List<Earned>> ledger(Set<Long> deals) {
    Map<Long, List<Earned>> found = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select l.deal_id, coalesce(s.person_id, b.person_id) as seller, l.person_id,
                   sum(l.amount) as amount
              from commissions.ledger l
              join commissions.beneficiary b on b.id = l.beneficiary_id
              left join commissions.beneficiary s on s.id = b.seller_id
             where l.deal_id = any(?) group by 1, 2, 3 order by 1, 2, 3
            """,
            deals)
        .list(
            row ->
                found
                    .computeIfAbsent(row.getLong("deal_id"), id -> new ArrayList<>())
                    .add(
                        new Earned(
                            new UserId(row.getLong("seller")),
                            new UserId(row.getLong("person_id")),
                            row.getBigDecimal("amount"))));
    return found;
  }

  private static Open opened(Moved moved) {
    Open file = new Open();
    file.deal =
        Deal.of(moved.kind(), moved.number(), moved.dated(), moved.currency(), moved.ofCustomer());
    return file;
  }

  private void beneficiaries(Open file, Moved moved) {
    String contract =
        moved.kind() == DealKind.CONTRACT
            ? DealFile.name(new DocumentRef(moved.source(), moved.key(), moved.number()))
            : file.deal.contracts().keySet().stream().findFirst().orElse(null);
    PlanBook.Team team =
        plans.team(contract, moved.party(), moved.salesperson(), moved.dated(), now);
    for (Share share : team.shares()) {
      if (wanted.test(share.person(), moved.dated())) {
        Beneficiary seller =
            beneficiary(
                share.person(), share.percent(), null, share.person().equals(team.restTo()));
        file.beneficiaries.add(seller);
        List<BigDecimal> percents = version.terms().superiorPercents();
        List<UserId> superiors =
            percents.isEmpty() ? List.of() : plans.superiors(share.person(), percents.size());
        for (int i = 0; i < superiors.size(); i++) {
          file.beneficiaries.add(
              beneficiary(superiors.get(i), percents.get(i), seller.id(), false));
        }
      }
    }
  }

  private Beneficiary beneficiary(UserId person, BigDecimal share, Long seller, boolean rest) {
    return new Beneficiary(++nextBeneficiary, person, version.id(), share, seller, rest);
  }

  private List<Moved> page(LocalDate from, LocalDate until, long event, long deal) {
    return Sql.of(
            unitOfWork,
            """
            select m.*, d.source, d.key, d.number, d.kind as deal_kind, d.dated, d.currency,
                   d.of_customer, d.party_id, d.salesperson_id,
                   not exists (select 1 from commissions.movement o
                                where o.deal_id = m.deal_id and o.event_id > m.event_id) as last
              from commissions.movement m join commissions.deal d on d.id = m.deal_id
             where d.dated between ? and ? and (m.event_id, m.deal_id) > (?, ?)
             order by m.event_id, m.deal_id limit ?
            """,
            from,
            until,
            event,
            deal,
            AT_ONCE)
        .list(this::moved);
  }

  private Moved moved(ResultSet row) throws SQLException {
    return new Moved(
        row.getLong("deal_id"),
        row.getBoolean("last"),
        row.getString("source"),
        row.getString("key"),
        row.getString("number"),
        DealKind.valueOf(row.getString("deal_kind")),
        Columns.day(row, "dated"),
        Currency.getInstance(row.getString("currency")),
        row.getInt("of_customer"),
        Columns.id(row, "party_id", Long::valueOf),
        Columns.id(row, "salesperson_id", UserId::new),
        rows.movement(row));
  }
}
