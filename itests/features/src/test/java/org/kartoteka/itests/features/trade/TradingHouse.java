package org.kartoteka.itests.features.trade;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Database;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** Several traders who sell at once in a product, and a plan by which they earn. */
final class TradingHouse {

  static final String REASON = "catch-up";
  static final String TAX_CODE = "23";

  private static final String LATECOMER = "latecomer";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SINCE = "2025-01-01";

  private final Product product;
  private final String name;
  private final int customersOfEach;
  private final List<Trader> traders = new ArrayList<>();
  private final Map<String, String> people = new HashMap<>();
  private String plan;
  private String latePlan;
  private String lateSeller;
  private String lateCustomer;
  private int late;

  /**
   * A house in a product.
   *
   * @param name no other house of the product has it
   */
  TradingHouse(Product product, String name, int customersOfEach) {
    this.product = product;
    this.name = name;
    this.customersOfEach = customersOfEach;
  }

  /** People, customers and the plan; everybody trades a little. */
  void open(int count) {
    Api api = api();
    api.put("sales/tax-rates", Map.of("code", TAX_CODE, "validFrom", "2011-01-01", "percent", 23))
        .expect(200);
    api.put("contracts/codes/TERMINATION_REASON/" + REASON, Map.of("name", "Test")).expect(200);
    String type = api.post("contracts/types", Map.of("code", name, "name", name)).expect(201).id();
    String boss = person(api, "boss", null);
    plan = plan(api, name, "7", List.of("15"));
    for (int i = 0; i < count; i++) {
      String salesperson = person(api, "seller" + i, boss);
      assign(api, plan, salesperson);
      traders.add(new Trader(name, i, salesperson, type, customers(api, i)));
    }
    latePlan = plan(api, name + " " + LATECOMER, "5", List.of());
    lateSeller = person(api, LATECOMER, null);
    assign(api, latePlan, lateSeller);
    lateCustomer = customer(api, LATECOMER);
    trade(count, count * 2);
  }

  /** All traders at once sign so many contracts and post so many invoices. */
  void trade(int contracts, int invoices) {
    Api api = api();
    ExecutorService threads = Executors.newFixedThreadPool(traders.size());
    try {
      List<Future<?>> all = new ArrayList<>();
      for (Trader trader : traders) {
        all.add(
            threads.submit(
                () -> trader.trade(api, contracts / traders.size(), invoices / traders.size())));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a trader could not go on", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** A salesperson with a plan of their own posts an invoice in a system outside. */
  void tellOfLatecomer() {
    late++;
    product
        .api()
        .post(
            "trade-events/invoices",
            Map.of(
                "document",
                Map.of("source", LATECOMER, "key", name + late, "number", name + late),
                "party",
                lateCustomer,
                "issuedOn",
                "2025-06-01",
                "currency",
                "PLN",
                "salesperson",
                lateSeller,
                "lines",
                List.of(
                    Map.of("position", 1, "name", "Work", "quantity", 1, "net", 100, "tax", 0))))
        .expect(200);
  }

  /**
   * Holds the plan of the latecomer, so that the product waits where it writes that somebody earns
   * by it: in the middle of a batch of events, with half of its tables written.
   */
  Database holdLatecomer() {
    Database database = new Database(product);
    database.hold(
        "select 1 from commissions.plan_version where plan_id = ? for update",
        Long.valueOf(latePlan));
    return database;
  }

  /** A new version of the plan, from the first day on for what happens from now on. */
  void changePlan() {
    defineVersion(product.api(), plan, "11", List.of("12", "4"));
  }

  /** The events that wait for commissions. */
  long waiting() {
    return product
        .api()
        .get("features/commissions")
        .expect(200)
        .json()
        .path("waitingEvents")
        .asLong(-1);
  }

  /**
   * All rows of the ledger that follow from the plans, document by document, with how they came
   * about, as they are to be in every house.
   */
  List<String> ledger() {
    Map<String, String> labels = new HashMap<>();
    traders.forEach(trader -> labels.putAll(trader.labels()));
    for (int i = 1; i <= late; i++) {
      labels.put(LATECOMER + "/" + name + i, LATECOMER + i);
    }
    Map<String, List<String>> byDocument = new TreeMap<>();
    try (Database database = new Database(product)) {
      for (List<String> row :
          database.rows(
              """
              select d.source || '/' || d.key, d.number, l.steps, l.person_id, v.number, l.rule,
                     l.earned_on, l.currency, l.base, l.amount, a.amount, a.state
                from commissions.ledger l
                join commissions.deal d on d.id = l.deal_id
                join commissions.plan_version v on v.id = l.version_id
                left join commissions.accrual a on a.id = l.id
               where v.plan_id in (?, ?)
               order by l.id
              """,
              Long.valueOf(plan),
              Long.valueOf(latePlan))) {
        String label = labels.get(row.get(0));
        assertTrue(label != null, () -> "an unknown document: " + row);
        String steps =
            row.get(2)
                .replace("\"" + row.get(1) + "\"", "\"" + label + "\"")
                .replace("\"" + name + "\"", "\"plan\"")
                .replace("\"" + name + " " + LATECOMER + "\"", "\"late plan\"");
        byDocument
            .computeIfAbsent(label, key -> new ArrayList<>())
            .add(
                label
                    + " "
                    + people.get(row.get(3))
                    + " "
                    + String.join(" ", row.subList(4, 10))
                    + " "
                    + row.get(10)
                    + " "
                    + row.get(11)
                    + " "
                    + steps);
      }
    }
    return byDocument.values().stream().flatMap(List::stream).toList();
  }

  /** The series in which a number was given to no document, or to two. */
  static List<List<String>> gaps(Product product) {
    try (Database database = new Database(product)) {
      return database.rows(
          """
          select c.series, sum(c.last)
            from sales.series_counter c
           group by c.series
          having sum(c.last) <> (select count(distinct d.number)
                                   from sales.document d
                                  where d.series = c.series and d.given_number is null)
          """);
    }
  }

  /** The API once contracts and sales serve: features come up after the product itself. */
  private Api api() {
    Api api = product.api().byToken();
    for (String path : List.of("contracts/types", "sales/series")) {
      Waiting.until(path + " is served", SOON, () -> api.get(path).status() == 200);
    }
    return api;
  }

  private static String plan(Api api, String name, String percent, List<String> superiors) {
    String id = api.post("commissions/plans", Map.of("name", name)).expect(201).id();
    defineVersion(api, id, percent, superiors);
    return id;
  }

  private static void defineVersion(Api api, String plan, String percent, List<String> superiors) {
    api.post(
            "commissions/plans/" + plan + "/versions",
            Map.of(
                "validFrom",
                SINCE,
                "terms",
                Map.of("rules", rules(percent), "superiorPercents", superiors)))
        .expect(200);
  }

  private static void assign(Api api, String plan, String person) {
    api.post(
            "commissions/plans/" + plan + "/assignments",
            Map.of("assignee", "PERSON", "subject", person, "validFrom", SINCE))
        .expect(200);
  }

  private static List<Map<String, Object>> rules(String percent) {
    return List.of(
        Map.of(
            "key",
            "sign",
            "name",
            "Signature",
            "trigger",
            "SIGNATURE",
            "base",
            "SUBSCRIPTION",
            "rate",
            percent(percent),
            "clawback",
            Map.of("months", 12, "proRata", true)),
        Map.of(
            "key",
            "post",
            "name",
            "Posting",
            "trigger",
            "POSTING",
            "base",
            "NET",
            "rate",
            percent(percent),
            "floor",
            2,
            "cap",
            60,
            "currency",
            "PLN",
            "selection",
            Map.of("firstInvoices", 4),
            "clawback",
            Map.of("months", 12, "proRata", false)),
        Map.of(
            "key",
            "pay",
            "name",
            "Payment",
            "trigger",
            "PAYMENT",
            "base",
            "NET",
            "rate",
            percent("1.25")),
        Map.of(
            "key",
            "new",
            "name",
            "New customers",
            "trigger",
            "POSTING",
            "base",
            "NET",
            "rate",
            Map.of("kind", "FIXED", "value", "25"),
            "currency",
            "PLN",
            "selection",
            Map.of("newCustomers", true)),
        Map.of(
            "key",
            "month",
            "name",
            "Month",
            "trigger",
            "PAYMENT",
            "base",
            "NET",
            "currency",
            "PLN",
            "rate",
            Map.of(
                "kind",
                "TIERS_MARGINAL",
                "per",
                "MONTH",
                "tiers",
                List.of(
                    Map.of("from", 0, "percent", 1), Map.of("from", 3000, "percent", percent)))));
  }

  private static Map<String, Object> percent(String value) {
    return Map.of("kind", "PERCENT", "value", value);
  }

  private String person(Api api, String role, String superior) {
    Map<String, Object> user = new HashMap<>();
    user.put("name", name + "-" + role);
    user.put("fullName", name + " " + role);
    user.put("roles", List.of("SALESPERSON"));
    user.put("password", Product.PASSWORD);
    if (superior != null) {
      user.put("superiorId", superior);
    }
    String id = api.post("users", user).expect(201).id();
    people.put(id, role);
    return id;
  }

  private List<String> customers(Api api, int trader) {
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < customersOfEach; i++) {
      customers.add(customer(api, trader + "/" + i));
    }
    return customers;
  }

  private String customer(Api api, String called) {
    return api.post(
            "parties",
            Map.of("kind", "ORGANISATION", "status", "ACTIVE", "name", name + " " + called))
        .expect(201)
        .id();
  }
}
