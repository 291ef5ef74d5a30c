package org.kartoteka.core.internal.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldIndex;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.problem.InvalidInput;

class ListsByCustomFieldsTest {

  private static final String LONG = "é".repeat(99);

  private static CoreFixture core;
  private static PartyId employer;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    for (String record : List.of("party", "person")) {
      define(record, "size", CustomFieldType.NUMBER);
      define(record, "since", CustomFieldType.DATE);
      define(record, "word", CustomFieldType.TEXT);
      define(record, "mail", CustomFieldType.YES_NO);
      core.customFields.define(
          new CustomFieldData(
              record,
              "grade",
              Map.of("en", "Grade"),
              CustomFieldType.CHOICE,
              List.of(option("LOW"), option("MID"), option("HIGH"), option("BEST")),
              false,
              0,
              false));
    }
    core.customFieldIndexes.build(() -> false);
    employer = core.parties.register(named("Employer", Map.of())).id();
    row("a", Map.of("size", "9", "since", "2026-03-01", "word", "żuk", "grade", "MID"));
    row("b", Map.of("size", "10", "since", "2025-03-01", "word", "Zebra", "mail", "true"));
    row("c", Map.of("size", "9", "since", "2026-03-01", "word", "zebra", "grade", "HIGH"));
    row("d", Map.of());
    row("e", Map.of("size", "-1.5", "word", LONG + "zz", "mail", "false", "grade", "LOW"));
    row("f", Map.of("size", "9", "word", LONG + "zy", "mail", "true", "grade", "MID"));
    row("g", Map.of("since", "2024-12-31"));
    row("h", Map.of("size", "9.01", "word", "aaa", "mail", "false", "grade", "LOW"));
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void numbers_are_sorted_as_numbers() {
    assertSorted("custom.size", "eacfhbdg", "bhfcaegd");
  }

  @Test
  void dates_are_sorted_as_dates() {
    assertSorted("custom.since", "gbacdefh", "cabghfed");
  }

  @Test
  void texts_are_sorted_as_people_read_them_and_by_their_beginning() {
    assertSorted("custom.word", "hefcbadg", "abcfehgd");
  }

  @Test
  void choices_are_sorted_in_the_order_of_their_options() {
    assertSorted("custom.grade", "ehafcbdg", "cfahegdb");
  }

  @Test
  void no_comes_before_yes() {
    assertSorted("custom.mail", "ehbfacdg", "fbhegdca");
  }

  @Test
  void a_filtered_list_is_sorted_too() {
    PartyQuery rows =
        PartyQuery.of(Map.of("query", "Row", "custom.size.from", 9, "custom.size.to", 9));

    assertEquals("afc", String.join("", partyPages(rows, "custom.grade", 1)));
  }

  @Test
  void persons_are_found_by_what_their_fields_hold() {
    assertEquals("bh", found(Map.of("custom.size.from", "9.001")));
    assertEquals("bc", found(Map.of("custom.word.contains", "EBR")));
    assertEquals("af", found(Map.of("custom.grade", "MID")));
    assertEquals("eh", found(Map.of("custom.grade", List.of("LOW"), "custom.mail", false)));
    assertEquals(
        "acg", found(Map.of("custom.mail.without", true, "custom.since.to", "2026-12-31")));
    assertEquals(2, core.persons.count(query(Map.of("custom.grade", "LOW")), 10));
  }

  @Test
  void the_query_of_persons_is_kept_as_fields_and_comes_back() {
    PersonQuery query =
        PersonQuery.of(
            Map.of(
                "query",
                "Anna",
                "partyId",
                "7",
                "custom.size.from",
                3,
                "custom.grade",
                List.of("LOW", "MID")));

    assertEquals(query, PersonQuery.of(query.fields()));
    assertEquals(new PartyId(7), query.party());
    assertThrows(InvalidInput.class, () -> PersonQuery.of(Map.of("size", 3)));
    assertThrows(InvalidInput.class, () -> found(Map.of("custom.size.contains", "3")));
    assertThrows(InvalidInput.class, () -> found(Map.of("custom.nothing", "3")));
    assertEquals(
        new PersonQuery("x", null), PersonQuery.ofUnderstood(Map.of("query", "x", "k", 1)));
  }

  @Test
  void there_is_no_order_by_unknown_fields_nor_after_a_foreign_place() {
    assertThrows(InvalidInput.class, () -> page("custom.nothing", null));
    assertThrows(InvalidInput.class, () -> page("custom.grade", Cursor.of(List.of("NONE", 1))));
    assertThrows(InvalidInput.class, () -> page("custom.grade", Cursor.of(List.of("LOW", "x"))));
  }

  @Test
  void pages_are_read_from_the_index_of_the_field() {
    for (String field : List.of("size", "since", "word", "mail")) {
      for (String record : List.of("party", "person")) {
        CustomFieldView view = named(record, field);
        CustomColumn column = CustomColumn.inRow(view);
        String value = field.equals("size") ? "5" : "'2'";
        String plan =
            plan(
                "select p.* from core."
                    + record
                    + " p where p.merged_into is null and "
                    + column.present()
                    + " and ("
                    + column.order()
                    + ", p.id) > ("
                    + value
                    + ", 1) order by "
                    + column.order()
                    + ", p.id limit 51");

        assertTrue(
            plan.contains("Index Scan using " + record + "_custom_" + view.id().value() + "_order"),
            plan);
        assertTrue(!plan.contains("Sort"), plan);
      }
    }
    CustomFieldView grade = named("party", "grade");
    CustomColumn column = CustomColumn.inRow(grade);
    String plan =
        plan(
            "select p.* from core.party p where p.merged_into is null and "
                + column.present()
                + " and "
                + column.order()
                + " = 'LOW' and p.id > 4 order by p.id limit 51");

    assertTrue(plan.contains("party_custom_" + grade.id().value() + "_order"), plan);
    assertTrue(!plan.contains("Sort"), plan);
  }

  /**
   * What PostgreSQL would do in a large register, where reading it whole is out of the question.
   */
  private static String plan(String sql) {
    return core.unitOfWork.call(
        () -> {
          Sql.of(core.unitOfWork, "set local enable_seqscan = off").update();
          Sql.of(core.unitOfWork, "set local enable_bitmapscan = off").update();
          Sql.of(core.unitOfWork, "set local enable_sort = off").update();
          return String.join(
              "\n", Sql.of(core.unitOfWork, "explain " + sql).list(row -> row.getString(1)));
        });
  }

  private static void assertSorted(String sort, String ascending, String descending) {
    PartyQuery rows = PartyQuery.text("Row");
    for (int limit : new int[] {1, 2, 3, 100}) {
      assertEquals(
          ascending, String.join("", partyPages(rows, sort, limit)), "parties by " + limit);
      assertEquals(descending, String.join("", partyPages(rows, "-" + sort, limit)), "by " + limit);
      assertEquals(ascending, persons(sort, limit), "persons by " + limit);
      assertEquals(descending, persons("-" + sort, limit), "persons by " + limit);
    }
  }

  private static List<String> partyPages(PartyQuery query, String sort, int limit) {
    List<String> names = new ArrayList<>();
    String after = null;
    do {
      Page<PartySummary> page = core.parties.page(query, new PageRequest(limit, after, sort));
      assertTrue(page.items().size() <= limit);
      page.items().forEach(row -> names.add(row.name().substring(4)));
      after = page.next();
    } while (after != null);
    return names;
  }

  private static String persons(String sort, int limit) {
    StringBuilder names = new StringBuilder();
    String after = null;
    do {
      Page<PersonView> page =
          core.persons.page(PersonQuery.of(employer), new PageRequest(limit, after, sort));
      page.items().forEach(row -> names.append(row.firstName()));
      after = page.next();
    } while (after != null);
    return names.toString();
  }

  private static String found(Map<String, Object> fields) {
    return String.join(
        "",
        core.persons.page(query(fields), PageRequest.first()).items().stream()
            .map(PersonView::firstName)
            .sorted()
            .toList());
  }

  private static PersonQuery query(Map<String, Object> fields) {
    Map<String, Object> all = new HashMap<>(fields);
    all.put("partyId", Long.toString(employer.value()));
    return PersonQuery.of(all);
  }

  private static void page(String sort, String after) {
    core.parties.page(PartyQuery.all(), new PageRequest(10, after, sort));
  }

  private static void row(String name, Map<String, Object> custom) {
    core.parties.register(named("Row " + name, custom));
    core.persons.add(employer, PersonData.named(name, "Row").toBuilder().custom(custom).build());
  }

  private static CustomFieldView named(String record, String name) {
    CustomFieldView field = core.customFieldBook.named(record, name).orElseThrow();
    assertEquals(CustomFieldIndex.READY, field.index());
    return field;
  }

  private static CustomFieldOption option(String code) {
    return new CustomFieldOption(code, Map.of());
  }

  private static void define(String record, String name, CustomFieldType type) {
    core.customFields.define(CustomFieldData.of(record, name, name, type));
  }

  private static PartyData named(String name, Map<String, Object> custom) {
    return PartyData.organisation(name).toBuilder().custom(new HashMap<>(custom)).build();
  }
}
