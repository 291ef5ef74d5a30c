package org.kartoteka.itests.features.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Database;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.RunningProduct;
import org.kartoteka.itests.harness.Waiting;

/**
 * A run of recurring invoices during which the product is killed goes on by itself after the
 * restart: every period that was due is invoiced once, and no number is missing. It takes more
 * parties than one transaction has; {@code kartoteka.run.parties} and {@code kartoteka.run.lines}
 * make it large.
 */
@ExtendWith(RunningProduct.class)
class RecurringRunIT {

  private static final System.Logger LOG = System.getLogger(RecurringRunIT.class.getName());
  private static final int PARTIES = Integer.getInteger("kartoteka.run.parties", 600);
  private static final int LINES = Integer.getInteger("kartoteka.run.lines", 2);
  private static final String DAY = "2025-03-31";
  private static final int PERIODS = 3;
  private static final int OF_TEMPLATE = 1000;
  private static final String TAG = "RECURRING-RUN";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Product product;

  RecurringRunIT(Product product) {
    this.product = product;
  }

  @Test
  void a_run_that_was_killed_goes_on_without_a_duplicate_or_a_gap() {
    Api api = product.api();
    Waiting.until("sales serves", PATIENCE, () -> api.get("sales/series").status() == 200);
    Waiting.until(
        "the end of runs that others have started",
        PATIENCE,
        () -> !api.get("sales/runs").expect(200).json().toString().contains("\"RUNNING\""));
    List<String> parties = parties(api);
    products(api);
    for (int from = 0; from < PARTIES; from += OF_TEMPLATE) {
      template(api, parties.subList(from, Math.min(PARTIES, from + OF_TEMPLATE)));
    }

    String run = killedInTheMiddle(api, parties.get(parties.size() - 1));
    long restarted = System.nanoTime();
    product.start();
    JsonNode done = untilDone(run);

    LOG.log(
        Level.INFO,
        "{0} lines of {1} parties: {2} s after the kill, start included",
        done.path("lines").asLong(),
        done.path("parties").asLong(),
        Duration.ofNanos(System.nanoTime() - restarted).toSeconds());
    assertEquals(done.path("parties").asLong(), done.path("done").asLong(), done::toString);
    assertNone(done.path("problems"), parties);
    assertEachPeriodOnce(parties);
    assertNone(
        product.api().get("sales/runs/preview?day=" + DAY).expect(200).json().path("lines"),
        parties);
  }

  /** Contracts that others have made may stand there, these parties may not. */
  private static void assertNone(JsonNode listed, List<String> parties) {
    Set<String> own = Set.copyOf(parties);
    listed.forEach(one -> assertFalse(own.contains(one.path("partyId").asText()), one::toString));
  }

  /** Starts a run, kills the product while a later transaction of it is half written. */
  private String killedInTheMiddle(Api api, String last) {
    try (Database holding = new Database(product);
        Database watching = new Database(product)) {
      holding.hold("select 1 from core.party where id = ? for update", Long.valueOf(last));
      String run = api.post("sales/runs", Map.of("day", DAY, "posting", true)).expect(201).id();
      Waiting.until(
          "the run stands in the middle of a transaction",
          PATIENCE,
          () ->
              watching.number(
                      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                          + " and query like '%sales.document%'")
                  > 0);
      JsonNode before = api.get("sales/runs/" + run).expect(200).json();
      product.killJava();
      assertTrue(
          before.path("done").asLong() > 0
              && before.path("done").asLong() < before.path("parties").asLong(),
          before::toString);
      return run;
    }
  }

  private JsonNode untilDone(String run) {
    Api api = product.api();
    Waiting.until("sales serves", PATIENCE, () -> api.get("sales/runs").status() == 200);
    Waiting.until(
        "the run is done by itself",
        PATIENCE,
        () -> api.get("sales/runs/" + run).json().path("state").asText().equals("DONE"));
    return api.get("sales/runs/" + run).expect(200).json();
  }

  private void assertEachPeriodOnce(List<String> parties) {
    Long[] ids = parties.stream().map(Long::valueOf).toArray(Long[]::new);
    try (Database database = new Database(product)) {
      assertEquals(
          List.of(List.of("" + PARTIES * LINES * PERIODS, "0", "" + PARTIES, "" + PARTIES)),
          database.rows(
              """
              select count(*), max(b.turn), count(distinct b.document_id),
                     count(distinct d.series || ' ' || d.number)
                from sales.billed b
                join sales.schedule s on s.id = b.schedule_id
                join sales.document d on d.id = b.document_id and d.state = 'POSTED'
               where s.party_id = any(?)
              """,
              (Object) ids),
          "periods, turns, documents, numbers");
      assertEquals(
          List.of(List.of("" + PARTIES, "" + PARTIES)),
          database.rows(
              """
              select count(*), count(distinct e.payload #>> '{document,key}')
                from platform.event e
               where e.type = 'trade.invoice-posted' and (e.payload ->> 'party')::bigint = any(?)
              """,
              (Object) ids),
          "events, of documents");
      assertEquals(
          List.of(),
          database.rows(
              """
              select l.party_id
                from (select d.party_id, sum(d.net) as net from sales.document d
                       where d.party_id = any(?) group by d.party_id) l
                join (select t.party_id, sum(t.net) as net from sales.turnover t
                       where t.party_id = any(?) group by t.party_id) t using (party_id)
               where l.net <> t.net
              """,
              ids,
              ids),
          "parties whose turnover is not what was invoiced");
    }
    assertEquals(List.of(), TradingHouse.gaps(product), "series with a gap");
  }

  private static void products(Api api) {
    for (int line = 0; line < LINES; line++) {
      api.post(
              "sales/products",
              Map.of(
                  "code",
                  TAG + line,
                  "name",
                  "Monitoring " + line,
                  "kind",
                  "SERVICE",
                  "price",
                  10,
                  "currency",
                  "PLN",
                  "taxCode",
                  TradingHouse.TAX_CODE,
                  "active",
                  true))
          .expect(201);
    }
  }

  private static void template(Api api, List<String> parties) {
    api.post(
            "sales/templates",
            Map.of(
                "name",
                TAG + " from " + parties.get(0),
                "currency",
                "PLN",
                "startsOn",
                "2025-01-01",
                "billing",
                Map.of("months", 1, "due", "IN_ADVANCE"),
                "lines",
                IntStream.range(0, LINES)
                    .mapToObj(
                        line ->
                            Map.of("product", TAG + line, "quantity", 1, "unitPrice", 10 + line))
                    .toList(),
                "parties",
                parties))
        .expect(201);
  }

  private static List<String> parties(Api api) {
    api.put(
            "sales/tax-rates",
            Map.of("code", TradingHouse.TAX_CODE, "validFrom", "2011-01-01", "percent", 23))
        .expect(200);
    StringBuilder csv = new StringBuilder("name,status,tags\n");
    for (int i = 0; i < PARTIES; i++) {
      csv.append("Recurring ").append(i).append(",ACTIVE,").append(TAG).append('\n');
    }
    String started =
        api.upload(
                "imports?type=party", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .id();
    Waiting.until(
        "the import is done",
        PATIENCE,
        () -> api.get("imports/" + started).json().path("state").asText().equals("DONE"));
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = api.get("parties?limit=500&tag=" + TAG + after).expect(200).json();
      page.path("items").forEach(party -> found.add(party.path("id").asText()));
      after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : null;
    } while (after != null);
    assertEquals(PARTIES, found.size());
    found.sort(Comparator.comparingLong(Long::parseLong));
    return found;
  }
}
