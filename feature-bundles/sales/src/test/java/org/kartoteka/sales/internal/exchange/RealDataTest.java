package org.kartoteka.sales.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.ProductGroupView;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.TurnoverRow;
import org.kartoteka.sales.internal.House;
import org.kartoteka.testing.TestData;

/** Real data come in as their files say, to the penny. */
class RealDataTest {

  private static final int BATCH = 500;

  private final House house = new House();

  @BeforeEach
  void data() {
    house.taxRates.set(new TaxRate("0", LocalDate.of(2000, 1, 1), BigDecimal.ZERO));
  }

  /** Its licence lets nobody carry it here: {@code kartoteka.test-data} names the folder. */
  @Test
  void three_months_of_a_shop_come_to_the_penny_to_what_its_files_say() throws IOException {
    Path folder = Path.of(System.getProperty("kartoteka.test-data", "none"), "online-retail");
    assumeTrue(Files.isDirectory(folder), "kartoteka.test-data names no folder with it");
    Map<String, Long> pennies = new HashMap<>();
    Map<String, Long> months = new TreeMap<>();
    Set<String> numbers = new HashSet<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String file : List.of("2010-12", "2011-01", "2011-02")) {
      for (List<String> cells : read(folder.resolve("online-retail-" + file + ".csv.gz"))) {
        String customer = cells.get(6).isBlank() ? "Walk-in" : "Customer " + cells.get(6);
        rows.add(row(cells, customer));
        long penny = pennies(cells.get(3), cells.get(5));
        pennies.merge(customer, penny, Long::sum);
        months.merge(cells.get(4).substring(0, 7), penny, Long::sum);
        numbers.add(cells.get(0));
      }
    }
    pennies.keySet().forEach(house::customer);
    assertEquals(105_335, rows.size());

    load(rows);
    long posted = house.documents.postDrafts(DocumentQuery.all());

    assertEquals(numbers.size(), posted);
    assertEquals(rows.size(), house.number("select count(*) from sales.document_line"));
    assertEquals(
        pennies.values().stream().mapToLong(Long::longValue).sum(),
        house.number("select sum(gross) * 100 from sales.document"));
    Map<String, Long> turnover = new TreeMap<>();
    for (TurnoverRow month : rows(TurnoverQuery.By.MONTH, null)) {
      turnover.put(
          month.month().toString().substring(0, 7), month.net().movePointRight(2).longValueExact());
    }
    assertEquals(months, turnover);
    for (TurnoverRow party : rows(TurnoverQuery.By.PARTY, null)) {
      assertEquals(
          pennies.get(party.name()), party.net().movePointRight(2).longValueExact(), party.name());
    }
  }

  @Test
  void won_deals_become_invoices_of_their_salespeople() throws IOException {
    Map<String, Long> sold = new TreeMap<>();
    Map<String, Long> users = new HashMap<>();
    Set<String> accounts = new HashSet<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells :
        read(TestData.path("crm-sales-opportunities/sales_pipeline_part1.csv.gz"))) {
      if (!cells.get(4).equals("Won")) {
        continue;
      }
      String agent = cells.get(1);
      if (!users.containsKey(agent)) {
        long id = users.size() + 100L;
        users.put(agent, id);
        house.users.with(id, "agent" + id, agent);
      }
      accounts.add(cells.get(3));
      sold.merge(agent, new BigDecimal(cells.get(7)).movePointRight(2).longValueExact(), Long::sum);
      rows.add(
          Map.of(
              "number", cells.get(0),
              "party", cells.get(3),
              "date", cells.get(6),
              "name", cells.get(2),
              "unitPrice", cells.get(7),
              "taxCode", "0",
              "salesperson", agent));
    }
    accounts.forEach(house::customer);

    load(rows);
    house.documents.postDrafts(DocumentQuery.all());

    Map<String, Long> invoiced = new TreeMap<>();
    users.forEach(
        (agent, id) ->
            invoiced.put(
                agent,
                house.number(
                    "select sum(net) * 100 from sales.document where salesperson_id = " + id)));
    assertEquals(sold, invoiced);
    assertEquals(rows.size(), house.journal.events(InvoicePosted.class).size());
  }

  @Test
  void a_catalogue_of_bicycles_comes_with_its_groups_prices_and_costs() {
    Map<String, String> categories = new HashMap<>();
    for (List<String> cells : tabs("ProductCategory.csv")) {
      categories.put(cells.get(0), cells.get(1));
    }
    Map<String, String> paths = new HashMap<>();
    for (List<String> cells : tabs("ProductSubcategory.csv")) {
      paths.put(cells.get(0), categories.get(cells.get(1)) + " / " + cells.get(2));
    }
    Map<String, String> prices = open("ProductListPriceHistory.csv");
    Map<String, String> costs = open("ProductCostHistory.csv");
    List<Map<String, String>> rows = new ArrayList<>();
    Map<String, Long> ofCategory = new TreeMap<>();
    BigDecimal price = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    for (List<String> cells : tabs("Product.csv.gz")) {
      Map<String, String> row = new HashMap<>();
      row.put("code", cells.get(2));
      row.put("name", cells.get(1));
      row.put("cost", costs.getOrDefault(cells.get(0), cells.get(8)));
      row.put("price", prices.getOrDefault(cells.get(0), cells.get(9)));
      row.put("currency", "USD");
      row.put("taxCode", "0");
      if (!cells.get(18).isBlank()) {
        row.put("group", paths.get(cells.get(18)));
        ofCategory.merge(paths.get(cells.get(18)).split(" / ")[0], 1L, Long::sum);
      }
      price = price.add(new BigDecimal(row.get("price")));
      cost = cost.add(new BigDecimal(row.get("cost")));
      rows.add(row);
    }
    assertEquals(504, rows.size());

    for (RowOutcome outcome : house.productImporter.importRows(rows)) {
      assertEquals(RowOutcome.Kind.CREATED, outcome.kind(), outcome::toString);
    }

    assertEquals(4 + 37, house.catalogue.groups().size());
    assertEquals(
        price.movePointRight(4).longValueExact(),
        house.number("select sum(price) * 10000 from sales.product"));
    assertEquals(
        cost.movePointRight(4).longValueExact(),
        house.number("select sum(cost) * 10000 from sales.product"));
    Map<String, Long> counted = new TreeMap<>();
    for (ProductGroupView group : house.catalogue.groups()) {
      if (group.depth() == 0) {
        counted.put(
            group.name(),
            house.catalogue.count(new ProductQuery(null, group.id(), null, false), 1000));
      }
    }
    assertEquals(ofCategory, counted);
    assertEquals(
        RowOutcome.Kind.SKIPPED,
        house.productImporter.importRows(rows.subList(0, 1)).get(0).kind());
  }

  /** What holds now by the history of a product's prices or costs. */
  private static Map<String, String> open(String file) {
    Map<String, String> open = new HashMap<>();
    for (List<String> cells : tabs(file)) {
      if (cells.get(2).isBlank()) {
        open.put(cells.get(0), cells.get(3));
      }
    }
    return open;
  }

  private static List<List<String>> tabs(String file) {
    return TestData.lines("adventureworks-oltp/" + file).stream()
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  private void load(List<Map<String, String>> rows) {
    for (int at = 0; at < rows.size(); at += BATCH) {
      List<Map<String, String>> batch = rows.subList(at, Math.min(rows.size(), at + BATCH));
      for (RowOutcome outcome : house.lineImporter.importRows(batch)) {
        assertEquals(RowOutcome.Kind.CREATED, outcome.kind(), outcome::toString);
      }
    }
  }

  private List<TurnoverRow> rows(TurnoverQuery.By by, PartyId party) {
    return house.turnover.rows(new TurnoverQuery(party, null, null, null, by));
  }

  private static Map<String, String> row(List<String> cells, String customer) {
    Map<String, String> row = new HashMap<>();
    row.put("number", cells.get(0));
    row.put("party", customer);
    row.put("date", cells.get(4));
    row.put("product", cells.get(1));
    if (!cells.get(2).isBlank()) {
      row.put("name", cells.get(2));
    }
    row.put("quantity", cells.get(3));
    row.put("unitPrice", cells.get(5));
    row.put("taxCode", "0");
    return row;
  }

  private static long pennies(String quantity, String price) {
    return new BigDecimal(quantity)
        .multiply(new BigDecimal(price))
        .movePointRight(2)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static List<List<String>> read(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char letter : line.toCharArray()) {
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
