package org.kartoteka.contracts.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.internal.House;
import org.kartoteka.contracts.internal.OwnTexts;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/** What is exported in one house can be imported in another. */
class ContractExporterTest {

  private static final ExportQuery ALL = new ExportQuery(null, "number", null);

  private final House house = new House();
  private final Messages texts = new OwnTexts();
  private final ContractExporter exporter = exporter(house);
  private final PartyId customer = house.customer("Konex");

  @Test
  void contracts_come_out_and_in_again_in_all_languages() {
    contracts();
    List<ContractView> before = all(house);
    assertEquals(4, before.size());

    for (Locale language : Messages.LANGUAGES) {
      House other = new House();
      other.customer("Konex");

      List<RowOutcome> outcomes = importer(other).importRows(table(language));

      for (RowOutcome outcome : outcomes) {
        assertEquals(RowOutcome.Kind.CREATED, outcome.kind(), outcome::toString);
      }
      List<ContractView> after = all(other);
      for (int i = 0; i < before.size(); i++) {
        boolean ended = before.get(i).terminatedOn() != null;
        ContractData expected = before.get(i).data();
        assertEquals(
            ended ? renewing(expected, null) : expected, after.get(i).data(), language.toString());
        assertEquals(before.get(i).signedOn(), after.get(i).signedOn());
      }
    }
  }

  @Test
  void only_what_the_filter_lets_pass_or_is_chosen_is_handed_out() {
    contracts();
    List<ContractView> all = all(house);

    assertEquals(4, rows(ALL).size());
    assertEquals(1, rows(filter("state", "DRAFT")).size());
    assertEquals(
        List.of(all.get(1).number()),
        rows(filter("query", all.get(1).number())).stream().map(row -> row.get(0)).toList());
    assertEquals(
        List.of(all.get(3).number()),
        rows(new ExportQuery(null, null, List.of(Long.toString(all.get(3).id().value())))).stream()
            .map(row -> row.get(0))
            .toList());
    for (ExportQuery wrong :
        List.of(
            filter("state", "SOMETIME"),
            filter("colour", "red"),
            new ExportQuery(null, "colour", null),
            new ExportQuery(null, null, List.of("x")))) {
      assertThrows(InvalidInput.class, () -> exporter.check(wrong), wrong::toString);
    }
  }

  @Test
  void it_takes_the_right_to_export_and_parties_in_reach() {
    contracts();
    house.user.nowMay("contracts.contract.read");
    assertThrows(Forbidden.class, () -> rows(ALL));
    house.user.nowMay("contracts.contract.export");
    assertThrows(Forbidden.class, () -> rows(ALL));
    house.user.nowMay("contracts.contract.export", "contracts.contract.read");
    assertEquals(4, rows(ALL).size());
    house.scope.nowReach(house.customer("Another"));
    assertEquals(List.of(), rows(ALL));
    assertEquals(List.of(), rows(new ExportQuery(null, null, List.of("1", "51"))));
  }

  @Test
  void lines_that_cannot_be_read_are_told_at_their_column() {
    Map<String, String> row = new HashMap<>();
    row.put("party", "Konex");
    row.put("price", "1");
    row.put("currency", "PLN");
    row.put("otherLines", "Guard | | 1 | | cheap");
    row.put("due", "whenever");

    RowOutcome outcome = importer(house).importRows(List.of(row)).get(0);

    assertEquals(
        List.of("due contractDue", "otherLines contractLines"),
        outcome.errors().stream()
            .map(error -> error.field() + " " + error.code())
            .sorted()
            .toList());
  }

  /** The most that contracts can say, a plain one, one that ended, and a draft. */
  private void contracts() {
    LineData rich =
        new LineData(
            null,
            "G|1",
            "Guard | day \\ night",
            new BigDecimal("2.5"),
            "h",
            new BigDecimal("99.99"),
            new BigDecimal("40"),
            "8",
            3,
            Billing.Due.IN_ARREARS,
            LocalDate.of(2026, 1, 15),
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 10, 31));
    LineData once =
        new LineData(
            null,
            null,
            "Installation",
            BigDecimal.TEN,
            null,
            BigDecimal.ONE,
            null,
            null,
            0,
            null,
            null,
            null,
            null);
    house.signed(
        new ContractData(
            customer,
            house.monitoring,
            "A/1",
            "Alarm; \"both\" shops",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            2,
            12,
            "EUR",
            "gold",
            new UserId(3),
            new BranchId(2),
            new UserId(4),
            "Note",
            List.of(rich, once, LineData.monthly("X", "Cars", "7", null))),
        "2025-12-20");
    house.signed(
        house.data(customer, "2026-01-01", null, LineData.monthly(null, "Guard", "100", null)),
        "2026-01-01");
    ContractData plain =
        house.data(customer, "2026-01-01", "2026-12-31", LineData.monthly(null, "G", "1", "1"));
    house.terminate(house.signed(renewing(plain, 12), "2026-01-01"), "2026-01-10", "2026-03-31");
    house.contracts.draft(
        house.data(customer, "2026-05-01", null, LineData.monthly(null, "Later", "5", null)));
  }

  /** The table as somebody reads it in his language, and as the import maps its headings. */
  private List<Map<String, String>> table(Locale language) {
    Map<String, String> fields = new HashMap<>();
    List<String> names = exporter.fields().stream().map(ExportField::name).toList();
    for (String name : names) {
      String title = texts.text(language, "import.contracts.contract." + name);
      assertEquals(null, fields.put(title, name), "two columns are called " + title);
    }
    assertEquals(names.size(), importer(house).fields().size());
    List<Map<String, String>> table = new ArrayList<>();
    for (List<String> cells : rows(ALL)) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        String cell = cells.get(i);
        if (cell != null) {
          boolean coded = names.get(i).equals("due");
          row.put(names.get(i), coded ? texts.text(language, "contracts.due." + cell) : cell);
        }
      }
      table.add(row);
    }
    return table;
  }

  private List<List<String>> rows(ExportQuery query) {
    List<List<String>> rows = new ArrayList<>();
    exporter.check(query);
    exporter.rows(query, exporter.fields().stream().map(ExportField::name).toList(), rows::add);
    return rows;
  }

  private static ExportQuery filter(String name, String value) {
    return new ExportQuery(Map.of(name, List.of(value)), null, null);
  }

  private static ContractData renewing(ContractData data, Integer months) {
    return new ContractData(
        data.partyId(),
        data.typeId(),
        data.number(),
        data.subject(),
        data.startsOn(),
        data.endsOn(),
        data.noticeMonths(),
        months,
        data.currency(),
        data.packageType(),
        data.salespersonId(),
        data.branchId(),
        data.responsibleId(),
        data.note(),
        data.lines());
  }

  private static List<ContractView> all(House house) {
    return house
        .contracts
        .page(ContractQuery.all(), new PageRequest(50, null, "number"))
        .items()
        .stream()
        .map(ContractSummary::id)
        .map(house.contracts::get)
        .toList();
  }

  private static ContractExporter exporter(House house) {
    return new ContractExporter(
        house.records,
        house.user,
        house.rows,
        house.entities,
        house.parties,
        house.users,
        house.branches);
  }

  private static ContractImporter importer(House house) {
    return new ContractImporter(
        house.records,
        house.parties,
        house.contracts,
        house.types,
        house.rows,
        house.entities,
        house.users,
        house.branches,
        new OwnTexts());
  }
}
