package org.kartoteka.commissions.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kartoteka.commissions.internal.House.n;
import static org.kartoteka.commissions.internal.Trade.credit;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.PlanVersionView;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.TestData;

/** Rates, quotas and bonuses of the salespeople of a made-up maker of bicycles. */
class RealDataTest {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final House house = new House();
  private final RateImporter importer =
      new RateImporter(
          new RecordKeeping(
              house.unitOfWork, house.user, house.user, house.clock, house.history, house.journal),
          house.plans,
          house.users);

  @Test
  void rates_and_quotas_of_a_company_come_to_what_its_files_say() {
    Map<String, String> percents = new TreeMap<>();
    Map<String, BigDecimal> quotas = new TreeMap<>();
    Map<String, BigDecimal> sold = new TreeMap<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : tabs("SalesPerson.csv")) {
      String person = cells.get(0);
      house.users.with(Long.parseLong(person), person, "Person " + person);
      percents.put(person, new BigDecimal(cells.get(4)).multiply(HUNDRED).toPlainString());
      sold.put(person, new BigDecimal(cells.get(5)).setScale(2, RoundingMode.HALF_UP));
      rows.add(of(person, "2022-05-01", percents.get(person), cells.get(2), quotas));
    }
    for (List<String> cells : tabs("SalesPersonQuotaHistory.csv")) {
      String person = cells.get(0);
      rows.add(of(person, cells.get(1), percents.get(person), cells.get(2), quotas));
    }
    assertEquals(17 + 163, rows.size());

    for (RowOutcome outcome : importer.importRows(rows)) {
      assertEquals(RowOutcome.Kind.CREATED, outcome.kind(), outcome::toString);
    }
    Map<String, BigDecimal> kept = new TreeMap<>();
    for (PlanView plan : house.plans.all()) {
      String person = plan.name().substring("Person ".length());
      for (PlanVersionView version : house.plans.versions(plan.id())) {
        Rate rate = version.terms().rules().get(0).rate();
        boolean tiers = rate.value() == null;
        BigDecimal percent = tiers ? rate.tiers().get(0).percent() : rate.value();
        assertEquals(0, new BigDecimal(percents.get(person)).compareTo(percent), person);
        kept.merge(
            person,
            tiers ? rate.tiers().get(1).from().setScale(4) : new BigDecimal("0.0000"),
            BigDecimal::add);
      }
    }
    assertEquals(quotas, kept);

    PartyId party = house.customer("Customer");
    StringBuilder expected = new StringBuilder();
    for (Map.Entry<String, BigDecimal> one : sold.entrySet()) {
      UserId person = new UserId(Long.parseLong(one.getKey()));
      house.happens(invoice(one.getKey(), party, person, line(1, one.getValue().toPlainString())));
      BigDecimal earned =
          one.getValue()
              .multiply(new BigDecimal(percents.get(one.getKey())))
              .divide(HUNDRED, 2, RoundingMode.HALF_UP);
      if (earned.signum() != 0) {
        expected.append(' ').append(one.getKey()).append(':').append(earned);
      }
    }
    assertEquals(expected.substring(1), house.ledger());
  }

  /**
   * The files tell what was sold in a year; here each quarter sold a quarter of it, by two
   * invoices.
   */
  @Test
  void commissions_and_bonuses_of_each_quarter_are_what_sql_makes_of_the_files() {
    List<List<String>> people = tabs("SalesPerson.csv");
    List<List<String>> quotas = tabs("SalesPersonQuotaHistory.csv");
    Map<String, List<String>> byPerson = new TreeMap<>();
    people.forEach(cells -> byPerson.put(cells.get(0), cells));
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> quota : quotas) {
      List<String> person = byPerson.get(quota.get(0));
      house.users.with(Long.parseLong(quota.get(0)), quota.get(0), "Person " + quota.get(0));
      String percent = new BigDecimal(person.get(4)).multiply(HUNDRED).toPlainString();
      Map<String, String> row =
          of(quota.get(0), quota.get(1), percent, quota.get(2), new TreeMap<>());
      row.put("bonus", person.get(3));
      rows.add(row);
    }
    importer
        .importRows(rows)
        .forEach(outcome -> assertEquals(RowOutcome.Kind.CREATED, outcome.kind()));
    PartyId party = house.customer("Customer");
    List<TradeEvent> posted = new ArrayList<>();
    List<TradeEvent> corrected = new ArrayList<>();
    List<List<String>> sales = new ArrayList<>();
    List<List<String>> credits = new ArrayList<>();
    for (List<String> quota : quotas) {
      LocalDate day = LocalDate.parse(quota.get(1).substring(0, 10));
      if (day.isBefore(LocalDate.of(2023, 5, 1))) {
        continue;
      }
      String person = quota.get(0);
      UserId seller = new UserId(Long.parseLong(person));
      String year = byPerson.get(person).get(day.isBefore(LocalDate.of(2024, 5, 1)) ? 6 : 5);
      BigDecimal sold = new BigDecimal(year).divide(n("4"), 2, RoundingMode.DOWN);
      BigDecimal first = sold.multiply(n("0.6")).setScale(2, RoundingMode.DOWN);
      for (BigDecimal net : List.of(first, sold.subtract(first))) {
        String key = person + " " + day + " " + net;
        day = day.plusDays(10);
        posted.add(invoice(key, party, seller, day, line(1, net.toPlainString())));
        sales.add(List.of(person, day.toString(), net.toPlainString()));
        if (!net.equals(first)) {
          String back = net.negate().toPlainString();
          corrected.add(credit("back " + key, key, party, day, line(1, back)));
          credits.add(List.of(person, day.toString(), back));
        }
      }
    }

    house.handleAll(posted.stream().map(house::recorded).toList());

    assertEquals(reckonedBySql(people, quotas, sales), earnedByQuarter());
    assertEquals(List.of("met 33", "missed 70"), metBySql(people, quotas, sales));
    assertEquals(33, bonusesOfTheLedger());

    house.handleAll(corrected.stream().map(house::recorded).toList());

    sales.addAll(credits);
    assertEquals(reckonedBySql(people, quotas, sales), earnedByQuarter());
  }

  private static final String BY_QUARTER =
      """
      with person as (
             select id, bonus::numeric, share::numeric
               from unnest(?::text[], ?::text[], ?::text[]) as p (id, bonus, share)),
           quota as (
             select id, since::date, least::numeric
               from unnest(?::text[], ?::text[], ?::text[]) as q (id, since, least)),
           sale as (
             select id, date_trunc('quarter', day::date)::date as quarter, min(day::date) as day,
                    sum(net::numeric) as net
               from unnest(?::text[], ?::text[], ?::text[]) as s (id, day, net) group by 1, 2),
           reckoned as (
             select s.id, s.quarter, round(s.net * p.share, 2) as commission, p.bonus,
                    s.net >= (select q.least from quota q where q.id = s.id and q.since <= s.day
                               order by q.since desc limit 1) as met
               from sale s join person p on p.id = s.id)
      """;

  private List<String> reckonedBySql(
      List<List<String>> people, List<List<String>> quotas, List<List<String>> sales) {
    return bySql(
        "select concat_ws(' ', id, quarter, amount) from (select id, quarter, round(commission"
            + " + case when met then bonus else 0 end, 2) as amount from reckoned) r"
            + " where amount <> 0 order by 1",
        people,
        quotas,
        sales);
  }

  private List<String> metBySql(
      List<List<String>> people, List<List<String>> quotas, List<List<String>> sales) {
    return bySql(
        "select case when met then 'met ' else 'missed ' end || count(*) from reckoned"
            + " where bonus > 0 group by met order by 1 ",
        people,
        quotas,
        sales);
  }

  private List<String> bySql(
      String question,
      List<List<String>> people,
      List<List<String>> quotas,
      List<List<String>> sales) {
    return house.unitOfWork.call(
        () ->
            Sql.of(
                    house.unitOfWork,
                    BY_QUARTER + question,
                    column(people, 0),
                    column(people, 3),
                    column(people, 4),
                    column(quotas, 0),
                    column(quotas, 1),
                    column(quotas, 2),
                    column(sales, 0),
                    column(sales, 1),
                    column(sales, 2))
                .list(row -> row.getString(1)));
  }

  private List<String> earnedByQuarter() {
    return house.unitOfWork.call(
        () ->
            Sql.of(
                    house.unitOfWork,
                    "select concat_ws(' ', person_id, date_trunc('quarter', earned_on)::date,"
                        + " sum(amount)) from commissions.ledger"
                        + " group by person_id, date_trunc('quarter', earned_on)"
                        + " having sum(amount) <> 0 order by 1")
                .list(row -> row.getString(1)));
  }

  private long bonusesOfTheLedger() {
    return house.unitOfWork.call(
        () ->
            Sql.of(
                    house.unitOfWork,
                    "select count(distinct (person_id, date_trunc('quarter', earned_on)))"
                        + " from commissions.ledger where steps like '%tier-bonus%'")
                .number());
  }

  private static List<String> column(List<List<String>> rows, int column) {
    return rows.stream().map(cells -> cells.get(column)).toList();
  }

  private static Map<String, String> of(
      String person, String day, String percent, String quota, Map<String, BigDecimal> quotas) {
    Map<String, String> row = new HashMap<>();
    row.put("person", person);
    row.put("validFrom", day);
    row.put("percent", percent);
    row.put("currency", "PLN");
    if (!quota.isBlank()) {
      row.put("quota", quota);
    }
    quotas.merge(
        person,
        quota.isBlank() ? new BigDecimal("0.0000") : new BigDecimal(quota),
        BigDecimal::add);
    return row;
  }

  private static List<List<String>> tabs(String file) {
    return TestData.lines("adventureworks-oltp/" + file).stream()
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
