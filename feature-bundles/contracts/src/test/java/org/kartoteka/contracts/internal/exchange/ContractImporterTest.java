package org.kartoteka.contracts.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.internal.House;
import org.kartoteka.contracts.internal.OwnTexts;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.TestData;

class ContractImporterTest {

  private static final int BATCH = 500;

  private final House house = new House();
  private final ContractImporter importer =
      new ContractImporter(
          house.records,
          house.parties,
          house.contracts,
          house.types,
          house.rows,
          house.entities,
          house.users,
          house.branches,
          new OwnTexts());

  @Test
  void won_deals_become_signed_contracts_of_their_salespeople() {
    house.customer("Konex");

    List<RowOutcome> outcomes = importer.importRows(List.of(deal("OPP1"), deal("OPP1")));

    assertEquals(RowOutcome.Kind.CREATED, outcomes.get(0).kind());
    assertEquals(RowOutcome.Kind.SKIPPED, outcomes.get(1).kind());
    ContractView contract =
        house.contracts.get(
            house.contracts.page(ContractQuery.all(), PageRequest.first()).items().get(0).id());
    assertEquals("OPP1", contract.number());
    assertEquals(ContractState.ACTIVE, contract.state());
    assertEquals(new UserId(3), contract.salespersonId());
    assertEquals("GTX Basic", contract.lines().get(0).name());
    assertEquals(new BigDecimal("1054"), contract.lines().get(0).unitPrice());
    assertEquals(1, house.journal.events(ContractSigned.class).size());
  }

  @Test
  void all_deals_that_a_company_won_come_to_what_its_file_says() {
    Map<String, BigDecimal> won = new TreeMap<>();
    Map<String, Long> agents = new HashMap<>();
    Set<String> accounts = new TreeSet<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : TestData.lines("crm-sales-opportunities/sales_pipeline_part1.csv.gz")) {
      String[] cells = line.split(",", -1);
      if (!cells[4].equals("Won")) {
        continue;
      }
      agents.computeIfAbsent(cells[1], name -> 100L + agents.size());
      accounts.add(cells[3]);
      won.merge(cells[1], new BigDecimal(cells[7]), BigDecimal::add);
      rows.add(
          Map.of(
              "number", cells[0],
              "party", cells[3],
              "product", cells[2],
              "price", cells[7],
              "currency", "USD",
              "signedOn", cells[6],
              "salesperson", cells[1]));
    }
    agents.forEach((name, id) -> house.users.with(id, "agent" + id, name));
    accounts.forEach(house::customer);

    for (int at = 0; at < rows.size(); at += BATCH) {
      for (RowOutcome outcome :
          importer.importRows(rows.subList(at, Math.min(rows.size(), at + BATCH)))) {
        assertEquals(RowOutcome.Kind.CREATED, outcome.kind(), outcome::toString);
      }
    }

    Map<String, BigDecimal> signed = new TreeMap<>();
    for (ContractSigned event : house.journal.events(ContractSigned.class)) {
      String name = house.users.user(event.terms().salesperson()).orElseThrow().fullName();
      event
          .terms()
          .lines()
          .forEach(
              line ->
                  signed.merge(name, line.unitPrice().multiply(line.quantity()), BigDecimal::add));
    }
    assertEquals(2_412, house.journal.events(ContractSigned.class).size());
    assertEquals(won, signed);
  }

  @Test
  void a_refused_row_leaves_nothing() {
    PartyId barred = house.customer("Barred");
    house.barred.add(barred);
    Map<String, String> refused = new HashMap<>(deal("OPP2"));
    refused.put("party", "Barred");
    Map<String, String> wrong =
        Map.of("party", "Nobody", "price", "cheap", "signedOn", "soon", "salesperson", "x");

    List<RowOutcome> outcomes = importer.importRows(List.of(refused, wrong));

    assertEquals(List.of("party"), fields(outcomes.get(0)));
    assertEquals(
        List.of("currency", "party", "price", "salesperson", "signedOn"),
        fields(outcomes.get(1)).stream().distinct().sorted().toList());
    assertEquals(0, house.contracts.count(ContractQuery.all(), 10));
  }

  private static List<String> fields(RowOutcome outcome) {
    return outcome.errors().stream().map(FieldError::field).toList();
  }

  private static Map<String, String> deal(String number) {
    return Map.of(
        "number", number,
        "party", "konex",
        "product", "GTX Basic",
        "price", "1,054.00",
        "currency", "USD",
        "signedOn", "2026-01-15",
        "salesperson", "User 3");
  }
}
