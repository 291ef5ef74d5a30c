package org.kartoteka.sales.internal.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.internal.House;

/** How long a run of 100,000 lines takes; runs when {@code kartoteka.measure} is set. */
@EnabledIfSystemProperty(named = "kartoteka.measure", matches = ".+")
class BillingSpeedTest {

  private static final int PARTIES = 20_000;
  private static final int LINES = 5;

  private final House house = new House();

  @Test
  void a_run_of_100_000_lines_takes_less_than_a_minute() {
    house.database.execute(
        """
        insert into core.party (id, revision, kind, name, number, status, created_at, created_by,
            changed_at, changed_by, search_text)
        select i, 1, 'ORGANISATION', 'Party ' || i, 'P' || i, 'ACTIVE', now(), 'x', now(), 'x', ''
          from generate_series(1, %1$d) i;
        insert into sales.agreement (id, source, key, number, party_id, type, currency, digits)
        select i, 'contracts', 'C' || i, 'C' || i, i, 'service', 'PLN', 2
          from generate_series(1, %1$d) i;
        insert into sales.schedule (id, agreement_id, party_id, line_key, months, due, base, next_due)
        select (i - 1) * %2$d + k, i, i, 'l' || k, 1, 'IN_ADVANCE', '2026-03-01', '2026-03-01'
          from generate_series(1, %1$d) i, generate_series(1, %2$d) k;
        insert into sales.schedule_term (schedule_id, from_day, name, quantity, unit_price)
        select id, '2026-03-01', 'Monitoring', 2, 17.35 from sales.schedule;
        analyze
        """
            .formatted(PARTIES, LINES));
    house.runs.start(new RunOrder(LocalDate.of(2026, 3, 1), true));
    Instant before = Instant.now();

    while (house.runs.goOn()) {
      continue;
    }

    Duration taken = Duration.between(before, Instant.now());
    System.getLogger("speed").log(System.Logger.Level.INFO, "100,000 lines: " + taken);
    assertEquals(100_000, house.number("select count(*) from sales.billed"));
    assertEquals(PARTIES, house.number("select last from sales.series_counter"));
    assertTrue(taken.compareTo(Duration.ofMinutes(1)) < 0, taken::toString);
  }
}
