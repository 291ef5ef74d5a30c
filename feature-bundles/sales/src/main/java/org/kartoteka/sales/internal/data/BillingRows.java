package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.internal.domain.Owed;
import org.kartoteka.sales.internal.domain.Period;
import org.kartoteka.sales.internal.domain.Term;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is due and what was invoiced, of many schedules at once; within a unit of work. The periods
 * and amounts are those of {@link org.kartoteka.sales.internal.domain.Schedule}.
 */
@Component(service = BillingRows.class)
public final class BillingRows {

  /**
   * How many periods lie between the base and a day; the number of its period is this or one less.
   */
  private static final String NUMBER =
      "((date_part('year', %1$s) - date_part('year', s.base)) * 12"
          + " + date_part('month', %1$s) - date_part('month', s.base))::int / s.months";

  private static final String START = "(s.base + make_interval(months => k * s.months))::date";

  private static final String DUE =
      """
      with s as materialized (
        select s.*, a.source, a.key, a.number, a.currency, a.salesperson_id, a.branch_id,
               a.package_type,
               coalesce(s.check_from, least(
                   (select min(from_day) from sales.schedule_term t where t.schedule_id = s.id),
                   (select min(period_from) from sales.billed b where b.schedule_id = s.id)))
                 as first
          from sales.schedule s join sales.agreement a on a.id = s.agreement_id
         where s.party_id = any(?::bigint[]) and s.next_due <= ?),
      p as (
        select s.id, s.base as period_from, s.base as period_until from s where s.months = 0
        union all
        select s.id, %1$s, (s.base + make_interval(months => (k + 1) * s.months))::date - 1
          from s, generate_series(%2$s - 2, %3$s + 1) k
         where s.months > 0)
      select s.*, p.period_from, p.period_until, o.*, b.*, l.from_day, l.until_day,
             coalesce(l.product, w.product) as product, coalesce(l.name, w.name) as name,
             l.quantity, l.unit, l.unit_price, l.unit_cost,
             coalesce(l.tax_code, w.tax_code) as tax_code
        from p join s on s.id = p.id
       cross join lateral (
         select sum(t.quantity * t.unit_price * t.days) as price,
                case when bool_and(t.unit_cost is not null)
                     then sum(t.quantity * t.unit_cost * t.days) end as cost,
                min(t.first_day) as first_day, max(t.last_day) as last_day, count(*) as terms
           from (select t.*, greatest(t.from_day, p.period_from) as first_day,
                        least(t.until_day, p.period_until) as last_day,
                        least(t.until_day, p.period_until)
                          - greatest(t.from_day, p.period_from) + 1 as days
                   from sales.schedule_term t
                  where t.schedule_id = p.id and t.from_day <= p.period_until
                    and (t.until_day is null or t.until_day >= p.period_from)) t) o
       cross join lateral (
         select sum(b.net) as billed_net, sum(b.cost) as billed_cost, max(b.turn) + 1 as turns,
                (array_agg(b.document_id order by b.turn))[1] as billed_by,
                (array_agg(b.position order by b.turn))[1] as billed_at
           from sales.billed b where b.schedule_id = p.id and b.period_from = p.period_from) b
       left join lateral (
         select t.from_day, t.until_day, t.product, t.name, t.quantity, t.unit, t.unit_price,
                t.unit_cost, t.tax_code
           from sales.schedule_term t
          where t.schedule_id = p.id and t.from_day <= p.period_until
          order by t.from_day desc limit 1) l on true
        left join sales.document_line w
          on w.document_id = b.billed_by and w.position = b.billed_at
       where p.period_until >= s.first and p.period_from <= ?
         and (o.terms > 0 or b.turns is not null)
         and (o.terms = 0
              or case s.due when 'IN_ADVANCE' then o.first_day else o.last_day end <= ?)
       order by s.party_id, s.currency, s.agreement_id, p.period_from, s.line_key, s.id
      """
          .formatted(START, NUMBER.formatted("s.first"), NUMBER.formatted("?::date"));

  private static final String MOVE_ON =
      """
      update sales.schedule u set check_from = n.current, next_due = n.next_due
        from (select s.id, c.current,
                case when not exists (select 1 from sales.schedule_term t
                                       where t.schedule_id = s.id
                                         and (t.until_day is null or t.until_day > d.day))
                     then null
                     when s.due = 'IN_ADVANCE'
                     then least(c.following,
                         (select min(from_day) from sales.schedule_term t
                           where t.schedule_id = s.id and t.from_day > d.day))
                     else least(case when c.following - 1 > d.day then c.following - 1
                                     else c.after - 1 end,
                         (select min(until_day) from sales.schedule_term t
                           where t.schedule_id = s.id and t.until_day > d.day)) end as next_due
                from (select ?::date as day) d
                join sales.schedule s on s.party_id = any(?::bigint[]) and s.next_due <= d.day
               cross join lateral (
                 select max(start) filter (where start <= d.day) as current,
                        min(start) filter (where start > d.day) as following,
                        min(next) filter (where start > d.day) as after
                   from (select %1$s as start,
                                (s.base + make_interval(months => (k + 1) * s.months))::date as next
                           from generate_series(%2$s - 2, %2$s + 2) k) g) c
               where s.months > 0
              union all
              select s.id, s.base, case when s.base > d.day then s.base end
                from (select ?::date as day) d
                join sales.schedule s on s.party_id = any(?::bigint[]) and s.next_due <= d.day
               where s.months = 0) n
       where n.id = u.id
      """
          .formatted(START, NUMBER.formatted("d.day"));

  private static final String INVOICED =
      """
      select b.schedule_id, b.period_from, b.document_id, b.position,
             l.net + coalesce(n.net, 0) as net, l.cost + coalesce(n.cost, 0) as cost
        from unnest(?::bigint[], ?::text[]::date[]) w(schedule_id, period_from)
        join sales.billed b using (schedule_id, period_from)
        join sales.document d on d.id = b.document_id and d.kind = 'INVOICE'
        join sales.document_line l on l.document_id = b.document_id and l.position = b.position
        left join lateral (
          select sum(c.net) as net, sum(c.cost) as cost
            from sales.document k join sales.document_line c on c.document_id = k.id
           where k.corrects_id = d.id and c.position = l.position) n on true
       order by b.turn desc
      """;

  private final UnitOfWork unitOfWork;

  @Activate
  public BillingRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * A period of a line that is due.
   *
   * @param owed null when nothing is owed any longer
   * @param billed what was invoiced of it; null when nothing
   */
  public record Due(
      long schedule,
      PartyId party,
      String line,
      DocumentRef contract,
      String packageType,
      Currency currency,
      UserId salesperson,
      BranchId branch,
      Period period,
      String product,
      String name,
      String taxCode,
      Owed owed,
      Billed billed) {}

  /**
   * What was invoiced of a period.
   *
   * @param turns the number of the next turn
   */
  public record Billed(BigDecimal net, BigDecimal cost, int turns) {}

  /**
   * What is left of a line that was invoiced, by the line and all credit notes for it.
   *
   * @param cost null when that is not known
   */
  public record Invoiced(DocumentId document, int position, BigDecimal net, BigDecimal cost) {}

  /** How many parties have something due. */
  public long parties(LocalDate day) {
    return Sql.of(
            unitOfWork,
            "select count(distinct party_id) from sales.schedule where next_due <= ?",
            day)
        .number();
  }

  /** The next parties that have something due. */
  public List<PartyId> parties(LocalDate day, long after, int limit) {
    return Sql.of(
            unitOfWork,
            "select distinct party_id from sales.schedule where next_due <= ? and party_id > ?"
                + " order by party_id limit ?",
            day,
            after,
            limit)
        .list(row -> new PartyId(row.getLong(1)));
  }

  /** Holds what the parties owe against other runs and changes. */
  public void lock(Collection<PartyId> parties, LocalDate day) {
    Sql.of(
            unitOfWork,
            "select id from sales.schedule where party_id = any(?::bigint[]) and next_due <= ?"
                + " order by id for update",
            parties,
            day)
        .list(row -> 1);
  }

  /** All that is due of the parties by the day, what was invoiced already included. */
  public List<Due> due(Collection<PartyId> parties, LocalDate day) {
    return Sql.of(unitOfWork, DUE, parties, day, day, day, day, day).list(BillingRows::due);
  }

  /** What is left of the lines in which the periods were invoiced, the latest first. */
  public Map<Due, List<Invoiced>> invoiced(Collection<Due> periods) {
    Map<Place, Due> places = new HashMap<>();
    periods.forEach(due -> places.put(new Place(due.schedule(), due.period().from()), due));
    Map<Due, List<Invoiced>> invoiced = new HashMap<>();
    List<Place> wanted = List.copyOf(places.keySet());
    Sql.of(
            unitOfWork,
            INVOICED,
            wanted.stream().map(Place::schedule).toList(),
            wanted.stream().map(place -> place.from().toString()).toList())
        .list(
            row ->
                invoiced
                    .computeIfAbsent(
                        places.get(
                            new Place(row.getLong("schedule_id"), Columns.day(row, "period_from"))),
                        due -> new ArrayList<>())
                    .add(
                        new Invoiced(
                            Columns.id(row, "document_id", DocumentId::new),
                            row.getInt("position"),
                            row.getBigDecimal("net"),
                            row.getBigDecimal("cost"))));
    return invoiced;
  }

  private record Place(long schedule, LocalDate from) {}

  /** A period was invoiced. */
  public record NewlyBilled(
      long schedule,
      LocalDate from,
      int turn,
      BigDecimal net,
      BigDecimal cost,
      DocumentId document,
      int position) {}

  public void write(List<NewlyBilled> billed) {
    new ManyRows<NewlyBilled>("sales.billed")
        .column("schedule_id", "bigint", NewlyBilled::schedule)
        .column("period_from", "date", NewlyBilled::from)
        .column("turn", "int", NewlyBilled::turn)
        .column("net", "numeric", NewlyBilled::net)
        .column("cost", "numeric", NewlyBilled::cost)
        .column("document_id", "bigint", NewlyBilled::document)
        .column("position", "int", NewlyBilled::position)
        .insert(unitOfWork, billed);
  }

  /** What was due of the parties by the day is invoiced; the next time is a later day. */
  public void moveOn(Collection<PartyId> parties, LocalDate day) {
    Sql.of(unitOfWork, MOVE_ON, day, parties, day, parties).update();
  }

  private static Due due(ResultSet row) throws SQLException {
    Period period = new Period(Columns.day(row, "period_from"), Columns.day(row, "period_until"));
    int turns = row.getInt("turns");
    return new Due(
        row.getLong("id"),
        new PartyId(row.getLong("party_id")),
        row.getString("line_key"),
        new DocumentRef(row.getString("source"), row.getString("key"), row.getString("number")),
        row.getString("package_type"),
        Currency.getInstance(row.getString("currency")),
        Columns.id(row, "salesperson_id", UserId::new),
        Columns.id(row, "branch_id", BranchId::new),
        period,
        row.getString("product"),
        row.getString("name"),
        row.getString("tax_code"),
        row.getInt("terms") == 0 ? null : owed(row, period),
        turns == 0
            ? null
            : new Billed(row.getBigDecimal("billed_net"), row.getBigDecimal("billed_cost"), turns));
  }

  private static Owed owed(ResultSet row, Period period) throws SQLException {
    Period days = new Period(Columns.day(row, "first_day"), Columns.day(row, "last_day"));
    boolean advance = row.getString("due").equals("IN_ADVANCE");
    return new Owed(
        period,
        days,
        advance ? days.from() : days.until(),
        row.getBigDecimal("price"),
        row.getBigDecimal("cost"),
        row.getInt("terms"),
        term(row));
  }

  private static Term term(ResultSet row) throws SQLException {
    return new Term(
        Columns.day(row, "from_day"),
        Columns.day(row, "until_day"),
        row.getString("product"),
        row.getString("name"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getBigDecimal("unit_price"),
        row.getBigDecimal("unit_cost"),
        row.getString("tax_code"));
  }
}
