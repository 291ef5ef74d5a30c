package org.kartoteka.commissions.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kartoteka.commissions.PayStatement;
import org.kartoteka.commissions.Period;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.SettleStatements;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.commissions.StatementQuery;
import org.kartoteka.commissions.StatementView;
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
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Statements; within a unit of work. */
@Component(service = StatementRows.class)
public final class StatementRows {

  private static final String FROM = "commissions.statement s";
  private static final SortOrders ORDERS =
      new SortOrders("s.id", "-until")
          .by("until", SortType.DATE, "s.until_day")
          .by("amount", SortType.NUMBER, "s.amount");

  private final UnitOfWork unitOfWork;
  private final PersonReach reach;

  @Activate
  public StatementRows(@Reference UnitOfWork unitOfWork, @Reference PersonReach reach) {
    this.unitOfWork = unitOfWork;
    this.reach = reach;
  }

  /**
   * Makes a statement for each person and currency with something granted up to the last day. Who
   * settles at the same time waits, and finds what is left.
   */
  public List<StatementId> settle(SettleStatements order, Period period, Act act) {
    Sql.of(unitOfWork, "lock table commissions.statement in share row exclusive mode").update();
    List<StatementId> made = add(order, period, act);
    if (made.isEmpty()) {
      return made;
    }
    Sql.of(
            unitOfWork,
            "update commissions.accrual a set state = 'SETTLED', statement_id = s.id"
                + " from commissions.statement s where s.id = any(?) and a.person_id = s.person_id"
                + " and a.currency = s.currency and a.state = 'GRANTED' and a.earned_on <= s.until_day",
            made)
        .update();
    Sql.of(
            unitOfWork,
            "update commissions.statement s set rows = t.rows, amount = t.amount from (select"
                + " statement_id, count(*) as rows, sum(amount) as amount from commissions.accrual"
                + " where statement_id = any(?) group by statement_id) t where t.statement_id = s.id",
            made)
        .update();
    return made;
  }

  private List<StatementId> add(SettleStatements order, Period period, Act act) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                order.periodKind(),
                period.from(),
                period.until(),
                act.at(),
                act.by(),
                act.at(),
                act.by(),
                period.until()));
    StringBuilder wanted = new StringBuilder();
    if (!order.persons().isEmpty()) {
      wanted.append(" and a.person_id = any(?)");
      arguments.add(order.persons());
    }
    Condition reached = reach.changed("a.person_id");
    if (!reached.isAll()) {
      wanted.append(" and ").append(reached.sql());
      arguments.addAll(reached.arguments());
    }
    return Sql.of(
            unitOfWork,
            "insert into commissions.statement (person_id, currency, period_kind, from_day,"
                + " until_day, rows, amount, created_at, created_by, changed_at, changed_by)"
                + " select a.person_id, a.currency, ?, ?::date, ?::date, 0, 0, ?::timestamptz, ?,"
                + " ?::timestamptz, ? from commissions.accrual a"
                + " where a.state = 'GRANTED' and a.earned_on <= ?"
                + wanted
                + " group by a.person_id, a.currency order by a.person_id, a.currency returning id",
            arguments.toArray())
        .list(row -> new StatementId(row.getLong(1)));
  }

  public void pay(StatementId id, PayStatement order, Act act) {
    Sql.of(
            unitOfWork,
            "update commissions.statement set paid_on = ?, reference = ?, revision = revision + 1,"
                + " changed_at = ?, changed_by = ? where id = ?",
            order.paidOn(),
            order.reference(),
            act.at(),
            act.by(),
            id)
        .update();
    Sql.of(unitOfWork, "update commissions.accrual set state = 'PAID' where statement_id = ?", id)
        .update();
  }

  public void cancel(StatementId id, Act act) {
    Sql.of(
            unitOfWork,
            "update commissions.statement set cancelled = true, revision = revision + 1,"
                + " changed_at = ?, changed_by = ? where id = ?",
            act.at(),
            act.by(),
            id)
        .update();
    Sql.of(
            unitOfWork,
            "update commissions.accrual set state = 'GRANTED', statement_id = null"
                + " where statement_id = ?",
            id)
        .update();
  }

  /** The statement, held against other changes. */
  public Optional<StatementView> lock(StatementId id) {
    Sql.of(unitOfWork, "select 1 from commissions.statement where id = ? for update", id).number();
    return list()
        .and("s.id = ?", id)
        .and(reach.changed("s.person_id"))
        .all(unitOfWork, StatementRows::view)
        .stream()
        .findFirst();
  }

  public Optional<StatementView> find(StatementId id) {
    return list()
        .and("s.id = ?", id)
        .and(reach.seen("s.person_id"))
        .all(unitOfWork, StatementRows::view)
        .stream()
        .findFirst();
  }

  public Page<StatementView> page(StatementQuery query, PageRequest request) {
    return filtered(list(), query).page(unitOfWork, request, ORDERS, StatementRows::view);
  }

  public long count(StatementQuery query, long atMost) {
    return filtered(new KeysetQuery("1", FROM), query).count(unitOfWork, atMost);
  }

  private KeysetQuery filtered(KeysetQuery list, StatementQuery query) {
    list.andIf(query.person(), "s.person_id = ?").and(reach.seen("s.person_id"));
    return query.open() ? list.and("s.paid_on is null and not s.cancelled") : list;
  }

  private static KeysetQuery list() {
    return new KeysetQuery("s.*", FROM);
  }

  private static StatementView view(ResultSet row) throws SQLException {
    return new StatementView(
        new StatementId(row.getLong("id")),
        row.getLong("revision"),
        new UserId(row.getLong("person_id")),
        Columns.word(row, "period_kind", PeriodKind.class),
        Columns.day(row, "from_day"),
        Columns.day(row, "until_day"),
        row.getLong("rows"),
        Columns.money(row, "amount", "currency"),
        Columns.day(row, "paid_on"),
        row.getString("reference"),
        row.getBoolean("cancelled"),
        Sql.instant(row, "created_at"),
        row.getString("created_by"));
  }
}
