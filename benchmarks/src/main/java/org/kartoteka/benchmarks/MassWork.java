package org.kartoteka.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Work over many rows: how long the product takes for a run of recurring invoices and for
 * commissions that catches up, beside writing the very same rows by raw SQL.
 */
final class MassWork {

  private static final double BAR_SECONDS = 60;
  private static final int LINES_OF_EACH = 5;
  private static final int LINES_OF_INVOICE = 10;
  private static final String DAY = "2026-03-01";
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Object[] NOTHING = {};

  private final Target target;
  private final Api api;
  private final RawSql sql;
  private final String name = "bench-" + Long.toString(System.currentTimeMillis(), 36);

  /** Rows that the product has written: a table and which of its rows. */
  private record Written(String table, String where) {}

  MassWork(Target target, Api api, RawSql sql) {
    this.target = target;
    this.api = api;
    this.sql = sql;
  }

  boolean run() throws SQLException, InterruptedException {
    boolean met = recurringRun();
    return commissions() && met;
  }

  private boolean recurringRun() throws SQLException, InterruptedException {
    int parties = target.contractLines() / LINES_OF_EACH;
    api.put("/sales/tax-rates", "{\"code\":\"23\",\"validFrom\":\"2011-01-01\",\"percent\":23}");
    owe(parties);
    long lastEvent = lastEvent();

    long begin = System.nanoTime();
    JsonNode run =
        api.post("/sales/runs", "application/json", "{\"day\":\"" + DAY + "\",\"posting\":true}");
    String id = run.get("id").asText();
    while (run.get("state").asText().equals("RUNNING")) {
      LockSupport.parkNanos(PAUSE);
      run = api.get("/sales/runs/" + id);
    }
    double seconds = since(begin);

    expect(target.contractLines(), run.get("lines").asLong(), "lines");
    untilHandled();
    String ofRun = "(select id from sales.document where run_id = " + id + ")";
    return told(
        "recurring run",
        run.get("lines").asLong(),
        seconds,
        floor(
            List.of(
                new Written("sales.document", "run_id = " + id),
                new Written("sales.document_line", "document_id in " + ofRun),
                new Written("sales.billed", "document_id in " + ofRun),
                new Written("platform.event", "id > " + lastEvent))));
  }

  /** Parties that owe for lines of agreements, from the day on. */
  private void owe(int parties) throws SQLException, InterruptedException {
    write(
        "create temp table owing as select id from core.party order by id limit " + parties,
        "update core.party set status = 'ACTIVE' where id in (select id from owing)",
        """
        insert into sales.agreement (source, key, number, party_id, type, currency, digits)
        select '%s', id, id, id, 'service', 'PLN', 2 from owing
        """
            .formatted(name),
        """
        insert into sales.schedule (agreement_id, party_id, line_key, months, due, base, next_due)
        select a.id, a.party_id, 'l' || k, 1, 'IN_ADVANCE', '%2$s', '%2$s'
          from sales.agreement a, generate_series(1, %3$d) k where a.source = '%1$s'
        """
            .formatted(name, DAY, LINES_OF_EACH),
        """
        insert into sales.schedule_term (schedule_id, from_day, name, quantity, unit_price)
        select s.id, '%s', 'Monitoring', 2, 17.35
          from sales.schedule s join sales.agreement a on a.id = s.agreement_id
         where a.source = '%s'
        """
            .formatted(DAY, name),
        "drop table owing");
    write("analyze sales.agreement");
    write("analyze sales.schedule");
    write("analyze sales.schedule_term");
  }

  private boolean commissions() throws SQLException, InterruptedException {
    int invoices = target.invoiceLines() / LINES_OF_INVOICE;
    String person = api.get("/me").get("id").asText();
    plan(person);
    untilHandled();
    api.patch("/features/commissions", "{\"state\":\"STOPPED\"}");
    long before = lastEvent();
    tell(invoices, person);

    long begin = System.nanoTime();
    api.patch("/features/commissions", "{\"state\":\"ACTIVE\"}");
    untilHandled();
    double seconds = since(begin);

    String deals = "(select id from commissions.deal where source = '" + name + "')";
    expect(
        invoices,
        Long.parseLong(
            sql.texts("select count(*) from commissions.ledger where deal_id in " + deals).get(0)),
        "rows of the ledger");
    return told(
        "commissions, invoice lines",
        target.invoiceLines(),
        seconds,
        floor(
            List.of(
                new Written("commissions.deal", "source = '" + name + "'"),
                new Written("commissions.movement", "event_id > " + before),
                new Written("commissions.beneficiary", "deal_id in " + deals),
                new Written("commissions.ledger", "event_id > " + before),
                new Written(
                    "commissions.accrual",
                    "id in (select id from commissions.ledger where event_id > " + before + ")"))));
  }

  private void plan(String person) {
    String plan =
        api.post("/commissions/plans", "application/json", "{\"name\":\"" + name + "\"}")
            .get("id")
            .asText();
    String path = "/commissions/plans/" + plan;
    api.post(
        path + "/versions",
        "application/json",
        """
        {"validFrom":"2026-01-01","terms":{"rules":[{"key":"turnover","name":"Turnover",
         "trigger":"POSTING","base":"NET","rate":{"kind":"PERCENT","value":2.5}}]}}
        """);
    api.post(
        path + "/assignments",
        "application/json",
        "{\"assignee\":\"PERSON\",\"subject\":\"" + person + "\",\"validFrom\":\"2026-01-01\"}");
  }

  /** Invoices of a system outside, as the journal keeps them. */
  private void tell(int invoices, String person) throws SQLException, InterruptedException {
    write(
        """
        insert into platform.event (type, payload, occurred_at, actor)
        select 'trade.invoice-posted',
               jsonb_build_object(
                 'document', jsonb_build_object('source', '%1$s', 'key', i::text, 'number', i::text),
                 'party', p.id, 'issuedOn', '2026-03-02', 'currency', 'PLN', 'salesperson', %2$s,
                 'lines', (select jsonb_agg(jsonb_build_object('position', k, 'name', 'Line ' || k,
                             'groups', jsonb_build_array('ALARM'), 'quantity', 1,
                             'net', (i * 31 + k * 17) %% 200000 / 100.0 + 1, 'tax', 0))
                             from generate_series(1, %3$d) k)),
               now(), 'benchmark'
          from generate_series(1, %4$d) i
          join (select id, row_number() over (order by id) as n
                  from (select id from core.party order by id limit 1000) x) p
            on p.n = i %% 1000 + 1
         order by i
        """
            .formatted(name, person, LINES_OF_INVOICE, invoices));
    write("analyze platform.event");
  }

  private void untilHandled() {
    while (api.get("/features/commissions").get("waitingEvents").asLong() > 0) {
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Writes the rows once more, into empty tables with the same columns and indexes. */
  private double floor(List<Written> rows) throws SQLException, InterruptedException {
    List<String> copies = new ArrayList<>();
    write("drop schema if exists benchmark cascade", "create schema benchmark");
    for (Written one : rows) {
      String copy = "benchmark." + one.table().replace('.', '_');
      write("create table " + copy + " (like " + one.table() + " including indexes)");
      copies.add("insert into " + copy + " select * from " + one.table() + " where " + one.where());
    }
    long begin = System.nanoTime();
    write(copies.toArray(String[]::new));
    double seconds = since(begin);
    write("drop schema benchmark cascade");
    return seconds;
  }

  private static boolean told(String what, long rows, double seconds, double floor) {
    boolean met = seconds < BAR_SECONDS;
    System.out.printf(
        "%-28s %,9.1f s for %,d rows, %,.1f s for writing them as raw SQL, %.1f x  %s%n",
        what, seconds, rows, floor, seconds / floor, met ? "met (60 s)" : "MISSED (60 s)");
    return met;
  }

  private static void expect(long wanted, long found, String what) {
    if (wanted != found) {
      throw new IllegalStateException(found + " " + what + " instead of " + wanted);
    }
  }

  private long lastEvent() throws SQLException, InterruptedException {
    return Long.parseLong(sql.texts("select coalesce(max(id), 0) from platform.event").get(0));
  }

  private void write(String... statements) throws SQLException, InterruptedException {
    List<Object[]> arguments = new ArrayList<>();
    for (int i = 0; i < statements.length; i++) {
      arguments.add(NOTHING);
    }
    sql.write(List.of(statements), arguments);
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
