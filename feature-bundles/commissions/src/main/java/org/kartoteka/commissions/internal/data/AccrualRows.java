package org.kartoteka.commissions.internal.data;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kartoteka.commissions.AccrualDecision;
import org.kartoteka.commissions.AccrualId;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualTotal;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.commissions.Step;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads commissions and writes what was decided on them; within a unit of work. */
@Component(service = AccrualRows.class)
public final class AccrualRows {

  private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
  private static final int MOST_TOTALS = 10_000;
  private static final String FROM = "commissions.accrual a";
  private static final String COLUMNS =
      """
      a.*, l.version_id, l.rule_name, l.base, l.occurred_at, p.name as plan_name,
      v.number as plan_version, d.number as document, n.reason, n.decided_at, n.decided_by
      """;
  private static final String JOINED =
      FROM
          + """
             join commissions.ledger l on l.id = a.id
             join commissions.deal d on d.id = l.deal_id
             join commissions.plan_version v on v.id = l.version_id
             join commissions.plan p on p.id = v.plan_id
             left join lateral (select * from commissions.decision o where o.accrual_id = a.id
                                 order by o.id desc limit 1) n on true
          """;
  private static final SortOrders ORDERS =
      new SortOrders("a.id", "-earnedOn")
          .by("earnedOn", SortType.DATE, "a.earned_on")
          .by("id", SortType.NUMBER, "a.id");

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PersonReach reach;
  private final Json json = new Json();

  @Activate
  public AccrualRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PersonReach reach) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.reach = reach;
  }

  public Page<AccrualView> page(AccrualQuery query, PageRequest request) {
    return names.complete(
        filtered(new KeysetQuery(COLUMNS, JOINED), query)
            .page(unitOfWork, request, ORDERS, AccrualRows::view));
  }

  public long count(AccrualQuery query, long atMost) {
    return filtered(new KeysetQuery("1", FROM), query).count(unitOfWork, atMost);
  }

  public List<AccrualTotal> totals(AccrualQuery query) {
    return filtered(
            new KeysetQuery(
                "a.person_id, a.state, a.currency, sum(a.amount) as amount, count(*) as rows",
                FROM),
            query)
        .grouped(
            "a.person_id, a.state, a.currency", "a.person_id, a.currency, a.state", MOST_TOTALS)
        .all(
            unitOfWork,
            row ->
                new AccrualTotal(
                    new UserId(row.getLong("person_id")),
                    Columns.word(row, "state", AccrualState.class),
                    Columns.money(row, "amount", "currency"),
                    row.getLong("rows")));
  }

  public Optional<AccrualView> find(AccrualId id) {
    return names
        .complete(
            new KeysetQuery(COLUMNS, JOINED)
                .and("a.id = ?", id)
                .and(reach.seen("a.person_id"))
                .all(unitOfWork, AccrualRows::view))
        .stream()
        .findFirst();
  }

  public List<AccrualView> some(List<AccrualId> ids) {
    return names.complete(
        new KeysetQuery(COLUMNS, JOINED)
            .and("a.id = any(?)", ids)
            .and(reach.seen("a.person_id"))
            .all(unitOfWork, AccrualRows::view));
  }

  public List<Step> steps(AccrualId id) {
    return Sql.of(unitOfWork, "select steps from commissions.ledger where id = ?", id)
        .first(row -> json.read(row.getString(1), STEPS))
        .orElse(List.of());
  }

  /** What was decided on a commission, the first decision first. */
  public List<AccrualDecision> decisions(AccrualId id) {
    return Sql.of(
            unitOfWork, "select * from commissions.decision where accrual_id = ? order by id", id)
        .list(
            row ->
                new AccrualDecision(
                    Columns.word(row, "state", AccrualState.class),
                    row.getString("reason"),
                    Sql.instant(row, "decided_at"),
                    row.getString("decided_by")));
  }

  /**
   * Decides on what is in one of two states, and keeps the decision on each, in one statement
   * however many they are; tells how many.
   */
  public long decide(
      DecideAccruals order, List<AccrualState> from, AccrualState to, String reason, Act act) {
    List<Object> arguments = new ArrayList<>(List.of(to, from));
    StringBuilder where = new StringBuilder("a.state = any(?)");
    if (order.filter() == null) {
      where.append(" and a.id = any(?)");
      arguments.add(order.ids());
    } else {
      AccrualQuery filter = order.filter();
      and(where, arguments, "a.person_id = ?", filter.person());
      and(where, arguments, "a.state = ?", filter.state());
      and(where, arguments, "a.party_id = ?", filter.party());
      and(where, arguments, "a.earned_on >= ?", filter.from());
      and(where, arguments, "a.earned_on <= ?", filter.until());
      and(where, arguments, "a.statement_id = ?", filter.statement());
    }
    Condition reached = reach.changed("a.person_id");
    if (!reached.isAll()) {
      where.append(" and ").append(reached.sql());
      arguments.addAll(reached.arguments());
    }
    arguments.addAll(Arrays.asList(to, reason, act.at(), act.by()));
    return Sql.of(
            unitOfWork,
            "with decided as (update commissions.accrual a set state = ? where "
                + where
                + " returning a.id, a.party_id) insert into commissions.decision"
                + " (accrual_id, party_id, state, reason, decided_at, decided_by)"
                + " select id, party_id, ?, ?, ?::timestamptz, ? from decided",
            arguments.toArray())
        .update();
  }

  private static void and(
      StringBuilder where, List<Object> arguments, String condition, Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      arguments.add(value);
    }
  }

  private KeysetQuery filtered(KeysetQuery list, AccrualQuery query) {
    return list.andIf(query.person(), "a.person_id = ?")
        .andIf(query.state(), "a.state = ?")
        .andIf(query.party(), "a.party_id = ?")
        .andIf(query.from(), "a.earned_on >= ?")
        .andIf(query.until(), "a.earned_on <= ?")
        .andIf(query.statement(), "a.statement_id = ?")
        .and(reach.seen("a.person_id"));
  }

  private static PartyNames.Unnamed<AccrualView> view(ResultSet row) throws SQLException {
    AccrualId id = new AccrualId(row.getLong("id"));
    UserId person = new UserId(row.getLong("person_id"));
    PlanVersionId version = new PlanVersionId(row.getLong("version_id"));
    String plan = row.getString("plan_name");
    int number = row.getInt("plan_version");
    String rule = row.getString("rule_name");
    String document = row.getString("document");
    PartyId party = Columns.id(row, "party_id", PartyId::new);
    LocalDate earnedOn = Columns.day(row, "earned_on");
    Currency currency = Currency.getInstance(row.getString("currency"));
    BigDecimal base = row.getBigDecimal("base");
    BigDecimal amount = row.getBigDecimal("amount");
    AccrualState state = Columns.word(row, "state", AccrualState.class);
    String reason = row.getString("reason");
    Instant decidedAt = Sql.instant(row, "decided_at");
    String decidedBy = row.getString("decided_by");
    StatementId statement = Columns.id(row, "statement_id", StatementId::new);
    Instant occurredAt = Sql.instant(row, "occurred_at");
    return new PartyNames.Unnamed<>(
        party,
        name ->
            new AccrualView(
                id,
                person,
                version,
                plan,
                number,
                rule,
                document,
                party,
                name,
                earnedOn,
                new Money(base, currency),
                new Money(amount, currency),
                state,
                reason,
                decidedAt,
                decidedBy,
                statement,
                occurredAt));
  }
}
