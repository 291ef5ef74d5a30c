package org.kartoteka.commissions.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.commissions.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.exchange.RowOutcome;

class RateImporterTest {

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
  void meeting_the_quota_brings_the_bonus_and_a_bonus_of_zero_is_none() {
    PartyId party = house.customer("Customer");
    Map<String, String> quota = bonus(row("anna", "2", "1000", null), "250.0000");
    Map<String, String> none = bonus(row("bob", "2", null, null), ".0000");
    assertEquals(List.of(RowOutcome.Kind.CREATED, RowOutcome.Kind.CREATED), take(quota, none));
    assertEquals(List.of(RowOutcome.Kind.SKIPPED, RowOutcome.Kind.SKIPPED), take(quota, none));

    house.happens(invoice(1, party, ANNA, line(1, "900")), invoice(2, party, ANNA, line(1, "100")));

    assertEquals("1:18.00 1:252.00", house.ledger());
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
                    period,
                    bonus(row("anna", "2", null, null), "100"),
                    bonus(row("anna", "2", "1000", null), "0.0000001")))
            .stream()
            .map(outcome -> outcome.errors().get(0).field())
            .toList();

    assertEquals(
        List.of(
            "person",
            "percent",
            "quota",
            "percentAbove",
            "quota",
            "currency",
            "period",
            "quota",
            "bonus"),
        columns);
    assertEquals(List.of(), house.plans.all());
  }

  @SafeVarargs
  private final List<RowOutcome.Kind> take(Map<String, String>... rows) {
    return importer.importRows(List.of(rows)).stream().map(RowOutcome::kind).toList();
  }

  private static Map<String, String> bonus(Map<String, String> row, String bonus) {
    Map<String, String> more = new HashMap<>(row);
    more.put("bonus", bonus);
    return more;
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
