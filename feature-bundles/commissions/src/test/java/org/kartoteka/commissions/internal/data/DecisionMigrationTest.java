package org.kartoteka.commissions.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** What was decided before decisions were kept is the first of them. */
class DecisionMigrationTest {

  private final PostgresFixture database = PostgresFixture.create().migrate("core");

  @Test
  void the_decision_that_stands_becomes_the_first_one() throws IOException {
    database.execute("create schema commissions");
    database.execute(script("V001__commissions.sql"));
    database.execute(
        """
        set search_path to commissions;
        insert into plan values (1, 1, 'Plan', null, false, now(), 'x', now(), 'x');
        insert into plan_version values (1, 1, 1, '2026-01-01', null, '{}', now(), 'x');
        insert into deal (id, kind, source, key, number, of_customer)
               values (1, 'INVOICE', 'sales', '1', 'F/1', 1);
        insert into beneficiary values (1, 1, 7, 1, 100, null, true);
        insert into ledger
        select n, n, 1, 1, 'r', 'Rule', 7, 1, '2026-03-01', 'PLN', 10, 1, '[]',
               timestamptz '2026-03-01 08:00Z' from generate_series(1, 5) n;
        insert into statement (id, person_id, currency, period_kind, from_day, until_day, rows,
               amount, created_at, created_by, changed_at, changed_by)
               values (1, 7, 'PLN', 'MONTH', '2026-03-01', '2026-03-31', 1, 1, now(), 'x', now(), 'x');
        insert into accrual values
          (1, 7, 11, 'PLN', '2026-03-01', 1, 'CALCULATED', null, null, null, null),
          (2, 7, 11, 'PLN', '2026-03-01', 1, 'REFUSED', 'late', '2026-03-05 08:00Z', 'boss', null),
          (3, 7, 11, 'PLN', '2026-03-01', 1, 'REFUSED', 'late', null, null, null),
          (4, 7, null, 'PLN', '2026-03-01', 1, 'GRANTED', null, '2026-03-04 08:00Z', 'boss', null),
          (5, 7, 11, 'PLN', '2026-03-01', 1, 'SETTLED', null, '2026-03-03 08:00Z', 'boss', 1);
        """);

    database.execute(script("V002__decisions.sql"));

    assertEquals(
        List.of(
            "3 11 REFUSED late 2026-03-01 -",
            "5 11 GRANTED - 2026-03-03 boss",
            "4 - GRANTED - 2026-03-04 boss",
            "2 11 REFUSED late 2026-03-05 boss"),
        decisions());
  }

  private List<String> decisions() {
    JpaUnitOfWork unitOfWork = new JpaUnitOfWork(database.dataSource());
    return unitOfWork.call(
        () ->
            Sql.of(
                    unitOfWork,
                    "select concat_ws(' ', accrual_id, coalesce(party_id::text, '-'), state,"
                        + " coalesce(reason, '-'), decided_at::date, coalesce(decided_by, '-'))"
                        + " from commissions.decision order by id")
                .list(row -> row.getString(1)));
  }

  private static String script(String name) throws IOException {
    try (InputStream in =
        DecisionMigrationTest.class.getResourceAsStream("/db/commissions/" + name)) {
      return "set search_path to commissions, public;\n"
          + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
