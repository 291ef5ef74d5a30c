package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private record Place(long agreement, String line, Grid grid) {}

  private record Placed(long id, Place place, LocalDate due) {}

  private record TermOf(long schedule, Term term) {}

  /**
   * Puts these schedules in the place of those before; all of them will be looked at again.
   *
   * @param owed by agreement
   */
  public void replace(Map<Long, List<Schedule>> owed) {
    Map<Place, Long> before = held(owed.keySet());
    deleteTerms(before.values());
    List<Placed> kept = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    List<Schedule> fresh = new ArrayList<>();
    List<TermOf> terms = new ArrayList<>();
    owed.forEach(
        (agreement, schedules) -> {
          for (Schedule schedule : schedules) {
            Place place = new Place(agreement, schedule.line(), schedule.grid());
            Long id = before.remove(place);
            if (id == null) {
              places.add(place);
              fresh.add(schedule);
            } else {
              kept.add(new Placed(id, place, schedule.firstDue()));
              schedule.terms().forEach(term -> terms.add(new TermOf(id, term)));
            }
          }
        });
    Iterator<Long> ids = newIds(fresh.size()).iterator();
    List<Placed> made = new ArrayList<>();
    for (int at = 0; at < fresh.size(); at++) {
      long id = ids.next();
      made.add(new Placed(id, places.get(at), fresh.get(at).firstDue()));
      fresh.get(at).terms().forEach(term -> terms.add(new TermOf(id, term)));
    }
    lookAgain(kept);
    insert(made);
    insertTerms(terms);
    withdraw(before);
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

  private Map<Place, Long> held(Collection<Long> agreements) {
    Map<Place, Long> held = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select * from sales.schedule where agreement_id = any(?::bigint[])"
                + " order by id for update",
            agreements)
        .list(row -> held.put(place(row), row.getLong("id")));
    return held;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong("agreement_id"),
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

  private List<Long> newIds(int count) {
    return Sql.of(
            unitOfWork, "select nextval('sales.schedule_seq') from generate_series(1, ?)", count)
        .list(row -> row.getLong(1));
  }

  private void insert(List<Placed> made) {
    Map<Long, Long> parties = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select id, party_id from sales.agreement where id = any(?::bigint[])",
            made.stream().map(one -> one.place().agreement()).distinct().toList())
        .list(row -> parties.put(row.getLong("id"), row.getLong("party_id")));
    new ManyRows<Placed>("sales.schedule")
        .column("id", "bigint", Placed::id)
        .column("agreement_id", "bigint", one -> one.place().agreement())
        .column("party_id", "bigint", one -> parties.get(one.place().agreement()))
        .column("line_key", "text", one -> one.place().line())
        .column("months", "int", one -> one.place().grid().months())
        .column("due", "text", one -> one.place().grid().due())
        .column("base", "date", one -> one.place().grid().base())
        .column("next_due", "date", Placed::due)
        .insert(unitOfWork, made);
  }

  private void insertTerms(List<TermOf> terms) {
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

  private void lookAgain(List<Placed> schedules) {
    Sql.of(
            unitOfWork,
            """
            update sales.schedule s
               set check_from = null,
                   next_due = least(l.due,
                     (select min(period_from) from sales.billed where schedule_id = s.id))
              from unnest(?::bigint[], ?::date[]) l (id, due)
             where s.id = l.id
            """,
            schedules.stream().map(Placed::id).toList(),
            schedules.stream().map(Placed::due).toList())
        .update();
  }

  /** Nothing is owed any longer; what was invoiced is taken back. */
  private void withdraw(Map<Place, Long> schedules) {
    Set<Long> gone =
        Set.copyOf(
            Sql.of(
                    unitOfWork,
                    "delete from sales.schedule s where id = any(?::bigint[]) and not exists"
                        + " (select 1 from sales.billed where schedule_id = s.id) returning id",
                    schedules.values())
                .list(row -> row.getLong(1)));
    List<Placed> invoiced = new ArrayList<>();
    schedules.forEach(
        (place, id) -> {
          if (!gone.contains(id)) {
            invoiced.add(new Placed(id, place, place.grid().base()));
          }
        });
    lookAgain(invoiced);
  }
}
