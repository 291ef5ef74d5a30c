package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.internal.domain.Grid;
import org.kartoteka.sales.internal.domain.Schedule;
import org.kartoteka.sales.internal.domain.Term;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is owed for the lines of agreements; within a unit of work. */
@Component(service = ScheduleRows.class)
public final class ScheduleRows {

  private final UnitOfWork unitOfWork;

  @Activate
  public ScheduleRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  private record Place(String line, Grid grid) {}

  private record TermOf(long schedule, Term term) {}

  /** Puts these schedules in the place of those before; all of them will be looked at again. */
  public void replace(long agreement, List<Schedule> schedules) {
    Map<Place, Long> before = held(agreement);
    deleteTerms(before.values());
    List<TermOf> terms = new ArrayList<>();
    for (Schedule schedule : schedules) {
      Long known = before.remove(new Place(schedule.line(), schedule.grid()));
      long id = known == null ? insert(agreement, schedule) : known;
      if (known != null) {
        lookAgain(known, schedule.firstDue());
      }
      schedule.terms().forEach(term -> terms.add(new TermOf(id, term)));
    }
    insert(terms);
    before.forEach((place, id) -> withdraw(id, place.grid().base()));
  }

  /** A document is gone: what it invoiced is to be invoiced again. */
  public void forget(DocumentId document) {
    Sql.of(
            unitOfWork,
            """
            with gone as (
              delete from sales.billed where document_id = ? returning schedule_id, period_from)
            update sales.schedule s
               set check_from = null, next_due = least(s.next_due, g.first)
              from (select schedule_id, min(period_from) as first from gone group by 1) g
             where s.id = g.schedule_id
            """,
            document)
        .update();
  }

  private Map<Place, Long> held(long agreement) {
    Map<Place, Long> held = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select * from sales.schedule where agreement_id = ? order by id for update",
            agreement)
        .list(row -> held.put(place(row), row.getLong("id")));
    return held;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getString("line_key"),
        new Grid(
            row.getInt("months"),
            Billing.Due.valueOf(row.getString("due")),
            Columns.day(row, "base")));
  }

  private void deleteTerms(Collection<Long> schedules) {
    Sql.of(
            unitOfWork,
            "delete from sales.schedule_term where schedule_id = any(?::bigint[])",
            schedules)
        .update();
  }

  private long insert(long agreement, Schedule schedule) {
    return Sql.of(
            unitOfWork,
            """
            insert into sales.schedule (agreement_id, party_id, line_key, months, due, base, next_due)
            select id, party_id, ?, ?, ?, ?, ? from sales.agreement where id = ? returning id
            """,
            schedule.line(),
            schedule.grid().months(),
            schedule.grid().due(),
            schedule.grid().base(),
            schedule.firstDue(),
            agreement)
        .number();
  }

  private void insert(List<TermOf> terms) {
    new ManyRows<TermOf>("sales.schedule_term")
        .column("schedule_id", "bigint", TermOf::schedule)
        .column("from_day", "date", of -> of.term().from())
        .column("until_day", "date", of -> of.term().until())
        .column("product", "text", of -> of.term().product())
        .column("name", "text", of -> of.term().name())
        .column("quantity", "numeric", of -> of.term().quantity())
        .column("unit", "text", of -> of.term().unit())
        .column("unit_price", "numeric", of -> of.term().unitPrice())
        .column("unit_cost", "numeric", of -> of.term().unitCost())
        .column("tax_code", "text", of -> of.term().taxCode())
        .insert(unitOfWork, terms);
  }

  private void lookAgain(long schedule, LocalDate due) {
    Sql.of(
            unitOfWork,
            "update sales.schedule s set check_from = null, next_due = least(?::date,"
                + " (select min(period_from) from sales.billed where schedule_id = s.id))"
                + " where id = ?",
            due,
            schedule)
        .update();
  }

  /** Nothing is owed any longer; what was invoiced is taken back. */
  private void withdraw(long schedule, LocalDate base) {
    boolean gone =
        Sql.of(
                    unitOfWork,
                    "delete from sales.schedule s where id = ? and not exists"
                        + " (select 1 from sales.billed where schedule_id = s.id)",
                    schedule)
                .update()
            > 0;
    if (!gone) {
      lookAgain(schedule, base);
    }
  }
}
