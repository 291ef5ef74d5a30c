package org.kartoteka.commissions.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.TestData;

class RateImporterTest {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final House house = new House();
  private final RateImporter importer =
      new RateImporter(
          new RecordKeeping(
              house.unitOfWork, house.user, house.user, house.clock, house.history, house.journal),
          house.plans,
          house.users);

  @Test
  void up_to_the_quota_of_a_quarter_one_per_cent_holds_and_above_it_the_other() {
    PartyId party = house.customer("Customer");
    assertEquals(List.of(RowOutcome.Kind.CREATED), take(row("anna", "2", "1000", "3")));

    house.happens(invoice(1, party, ANNA, line(1, "900")), invoice(2, party, ANNA, line(1, "300")));

    assertEquals("1:18.00 1:8.00", house.ledger());
  }

  @Test
  void the_same_rows_are_skipped_and_other_rates_of_the_same_person_are_versions() {
    Map<String, String> later = new HashMap<>(row("anna", "2.50", null, null));
    later.put("validFrom", "2026-02-01");

    assertEquals(
        List.of(RowOutcome.Kind.CREATED, RowOutcome.Kind.CREATED, RowOutcome.Kind.CREATED),
        take(row("anna", "2", "1000", "3"), later, row("bob", "1,5", null, null)));
    assertEquals(
        List.of(RowOutcome.Kind.SKIPPED, RowOutcome.Kind.SKIPPED, RowOutcome.Kind.SKIPPED),
        take(row("ANNA", "2.0", "1000", "3.00"), later, row("bob", "1.50", null, null)));

    assertEquals(
        Map.of("anna", 2, "bob", 1),
        house.plans.all().stream()
            .collect(java.util.stream.Collectors.toMap(PlanView::name, PlanView::latestVersion)));
    assertEquals(2, house.plans.all().stream().mapToLong(PlanView::assignments).sum());
  }

  @Test
  void what_is_wrong_is_said_at_its_column_and_leaves_nothing() {
    Map<String, String> noCurrency = new HashMap<>(row("anna", "2", "1000", "3"));
    noCurrency.remove("currency");
    Map<String, String> period = new HashMap<>(row("anna", "2", "1000", "3"));
    period.put("period", "fortnight");

    List<String> columns =
        importer
            .importRows(
                List.of(
                    row("nobody", "2", null, null),
                    row("anna", "101", null, null),
                    row("anna", "2", "0", "3"),
                    row("anna", "2", "1000", "300"),
                    row("anna", "2", null, "3"),
                    noCurrency,
                    period))
            .stream()
            .map(outcome -> outcome.errors().get(0).field())
            .toList();

    assertEquals(
        List.of("person", "percent", "quota", "percentAbove", "quota", "currency", "period"),
        columns);
    assertEquals(List.of(), house.plans.all());
  }

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

  @SafeVarargs
  private final List<RowOutcome.Kind> take(Map<String, String>... rows) {
    return importer.importRows(List.of(rows)).stream().map(RowOutcome::kind).toList();
  }

  private static Map<String, String> row(
      String person, String percent, String quota, String above) {
    Map<String, String> row = new HashMap<>();
    row.put("person", person);
    row.put("validFrom", "2026-01-01");
    row.put("percent", percent);
    row.put("currency", "PLN");
    if (quota != null) {
      row.put("quota", quota);
    }
    if (above != null) {
      row.put("percentAbove", above);
    }
    return row;
  }
}
