package org.kartoteka.itests.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Distribution;
import org.kartoteka.itests.harness.RunningProduct;
import org.kartoteka.itests.harness.Waiting;

/**
 * The offices, teams and won deals of a company come in by the importers of their bundles; the
 * balance of contracts by branch is what the files say.
 */
@ExtendWith(RunningProduct.class)
class OrganisationIT {

  private static final String NUMBERS = "ORG-";

  @Test
  void what_the_offices_of_a_company_won_is_the_balance_of_its_branches(Api admin)
      throws IOException {
    Api api = admin.byToken();
    List<String[]> teams = cells("sales_teams.csv");
    List<String[]> won =
        cells("sales_pipeline_part1.csv.gz").stream()
            .filter(deal -> deal[4].equals("Won"))
            .toList();
    String team = String.join("\n", lines("sales_teams.csv"));
    Map<String, String> office =
        teams.stream().collect(Collectors.toMap(person -> person[0], person -> person[2]));
    Map<String, BigDecimal> expected = new TreeMap<>();
    won.forEach(
        deal -> expected.merge(office.get(deal[1]), new BigDecimal(deal[7]), BigDecimal::add));

    imported(api, "branch", team, 3, 32);
    imported(api, "user", people(teams), 6, 29);
    String salespeople = imported(api, "user", team, 35, 0);
    String customers = "name,status\n" + accounts(won);
    imported(api, "party", customers, customers.lines().count() - 1, 0);
    imported(api, "contracts.contract", deals(api, won), won.size(), 0);

    Map<String, BigDecimal> gained = new TreeMap<>();
    for (JsonNode row :
        api.get("contracts/balance?from=2016-01-01&to=2018-12-31&by=BRANCH")
            .expect(200)
            .json()
            .path("items")) {
      String branch = branches(api).get(row.path("key").asText());
      if (row.path("currency").asText().equals("USD") && expected.containsKey(branch)) {
        gained.merge(branch, new BigDecimal(row.path("gainedAmount").asText()), BigDecimal::add);
      }
    }
    assertEquals(2_412, won.size());
    assertEquals(plain(expected), plain(gained));
    taken(admin, salespeople);
    JsonNode undo = admin.get("imports/" + salespeople).expect(200).json().path("undo");
    long sellers = won.stream().map(deal -> deal[1]).distinct().count();
    assertEquals(sellers, undo.path("kept").asLong(), "those whom contracts name stay");
    assertEquals(teams.size() - sellers, undo.path("removed").asLong());
  }

  /** Imports a table, and checks how many rows made something and how many were there already. */
  private static String imported(Api api, String type, String table, long made, long there) {
    String id =
        api.upload(
                "imports?type=" + type + "&fileName=" + type + ".csv",
                "text/csv",
                table.getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .id();
    Waiting.until(
        "the import of " + type,
        Duration.ofMinutes(5),
        () -> !api.get("imports/" + id).json().path("state").asText().equals("RUNNING"));
    JsonNode done = api.get("imports/" + id).expect(200).json();
    assertEquals("DONE", done.path("state").asText(), done::toString);
    String refused =
        api.get("imports/" + id + "/rows?outcome=REFUSED&limit=3").json().path("items").toString();
    assertEquals("[]", refused);
    assertEquals(made, done.path("created").asLong(), done::toString);
    assertEquals(there, done.path("skipped").asLong(), done::toString);
    return id;
  }

  /** Takes an import back. */
  private static void taken(Api api, String id) {
    api.delete("imports/" + id).expect(202);
    Waiting.until(
        "taking the import back",
        Duration.ofMinutes(1),
        () -> api.get("imports/" + id).json().path("undo").path("state").asText().equals("DONE"));
  }

  /** The managers, as often as they are named. */
  private static String people(List<String[]> teams) {
    return "full name,branch\n"
        + teams.stream()
            .map(person -> person[1] + "," + person[2])
            .collect(Collectors.joining("\n"));
  }

  private static String accounts(List<String[]> won) {
    return won.stream().map(deal -> deal[3]).collect(Collectors.toCollection(TreeSet::new)).stream()
        .map(name -> name + ",ACTIVE")
        .collect(Collectors.joining("\n"));
  }

  private static String deals(Api api, List<String[]> won) {
    String type =
        api.post(
                "contracts/types",
                Map.of("code", "org-deal", "name", "Deal of an office", "billing", 1))
            .expect(201)
            .json()
            .path("code")
            .asText();
    return "opportunity_id,sales_agent,product,account,close_date,endsOn,close_value,currency,type\n"
        + won.stream()
            .map(
                deal ->
                    String.join(
                        ",",
                        NUMBERS + deal[0],
                        deal[1],
                        deal[2],
                        deal[3],
                        deal[6],
                        monthEnd(deal[6]),
                        deal[7],
                        "USD",
                        type))
            .collect(Collectors.joining("\n"));
  }

  /** So that a run of recurring invoices owes one month of it, not all since then. */
  private static String monthEnd(String day) {
    return YearMonth.from(LocalDate.parse(day)).atEndOfMonth().toString();
  }

  private static Map<String, String> branches(Api api) {
    Map<String, String> names = new HashMap<>();
    api.get("branches")
        .expect(200)
        .json()
        .path("items")
        .forEach(branch -> names.put(branch.path("id").asText(), branch.path("name").asText()));
    return names;
  }

  private static Map<String, String> plain(Map<String, BigDecimal> amounts) {
    Map<String, String> plain = new TreeMap<>();
    amounts.forEach((name, sum) -> plain.put(name, sum.setScale(2).toPlainString()));
    return plain;
  }

  private static List<String[]> cells(String file) throws IOException {
    return lines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static List<String> lines(String name) throws IOException {
    Path file = Distribution.sourceTree().resolve("itests/data/crm-sales-opportunities/" + name);
    try (InputStream in =
        name.endsWith(".gz")
            ? new GZIPInputStream(Files.newInputStream(file))
            : Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
