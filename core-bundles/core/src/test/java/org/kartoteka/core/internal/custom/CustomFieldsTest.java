package org.kartoteka.core.internal.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.custom.CustomCondition;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;

class CustomFieldsTest {

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    define("note_text", CustomFieldType.TEXT);
    define("size", CustomFieldType.NUMBER);
    define("since", CustomFieldType.DATE);
    define("newsletter", CustomFieldType.YES_NO);
    define("page", CustomFieldType.LINK);
    core.customFields.define(
        new CustomFieldData(
            "party",
            "branch",
            Map.of("en", "Branch", "pl", "Branża"),
            CustomFieldType.CHOICE,
            List.of(
                new CustomFieldOption("FOOD", Map.of("en", "Food", "pl", "Żywność")),
                new CustomFieldOption("STEEL", Map.of("en", "Steel"))),
            false,
            1,
            false));
    core.customFields.define(
        CustomFieldData.of("person", "shoe_size", "Shoe size", CustomFieldType.NUMBER));
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void values_written_as_people_write_them_get_their_form() {
    PartyView party =
        register(
            "Forms",
            Map.of(
                "note_text", " plain ",
                "size", "1 234,50",
                "since", "31.01.2026",
                "newsletter", "tak",
                "page", "www.example.com",
                "branch", "zywnosc"));

    assertEquals(
        Map.of(
            "note_text", "plain",
            "size", "1234.5",
            "since", "2026-01-31",
            "newsletter", true,
            "page", "www.example.com",
            "branch", "FOOD"),
        core.parties.get(party.id()).custom());
  }

  @Test
  void errors_stand_at_the_custom_field() {
    Map<String, String> errors =
        errors(
            Map.of(
                "size", "many",
                "since", "31.02.2026",
                "newsletter", "perhaps",
                "page", "not a page",
                "branch", "Wood",
                "unknown", "x"));

    assertEquals(
        Map.of(
            "custom.size", "customNumber",
            "custom.since", "date",
            "custom.newsletter", "customYesNo",
            "custom.page", "web",
            "custom.branch", "customChoice",
            "custom.unknown", "customUnknown"),
        errors);
  }

  @Test
  void a_number_that_no_memory_holds_is_refused() {
    for (String number : List.of("1e2147483647", "1e999999999", "1e-999999999")) {
      assertEquals(Map.of("custom.size", "customNumberRange"), errors(Map.of("size", number)));
    }
  }

  @Test
  void a_required_value_must_be_there_at_first_and_stay() {
    PartyView older = register("Older", Map.of());
    CustomFieldView field =
        core.customFields.define(
            new CustomFieldData(
                "party",
                "needed",
                Map.of("en", "Needed"),
                CustomFieldType.TEXT,
                null,
                true,
                9,
                false));
    try {
      assertEquals(Map.of("custom.needed", "required"), errors(Map.of()));

      PartyView tagged =
          core.parties.change(
              older.id(), ExpectedRevision.any(), named("Older and wiser", Map.of()));
      PartyView filled =
          core.parties.change(
              tagged.id(), ExpectedRevision.any(), named("Older", Map.of("needed", "x")));

      assertEquals(
          "required",
          assertThrows(
                  InvalidInput.class,
                  () ->
                      core.parties.change(
                          filled.id(), ExpectedRevision.any(), named("Older", Map.of())))
              .errors()
              .get(0)
              .code());
    } finally {
      CustomFieldView now = core.customFields.get(field.id());
      core.customFields.change(now.id(), ExpectedRevision.any(), with(now.data(), false, true));
    }
  }

  @Test
  void values_survive_archiving() {
    CustomFieldView field = define("passing", CustomFieldType.TEXT);
    PartyView party = register("Archived", Map.of("passing", "kept"));
    core.customFields.change(field.id(), ExpectedRevision.any(), with(field.data(), false, true));

    core.parties.change(party.id(), ExpectedRevision.any(), named("Archived too", Map.of()));

    assertEquals(Map.of("passing", "kept"), core.parties.get(party.id()).custom());
    assertEquals(Map.of("custom.passing", "customUnknown"), errors(Map.of("passing", "new")));
    assertThrows(Refused.class, () -> core.customFields.remove(field.id(), ExpectedRevision.any()));
  }

  @Test
  void parties_are_found_by_what_their_fields_hold() {
    register("Found small", Map.of("size", 9, "since", "2025-05-01", "note_text", "Red carpet"));
    register("Found large", Map.of("size", 100.5, "since", "2026-05-01", "branch", "STEEL"));
    register("Found bare", Map.of());

    assertEquals(List.of("Found large"), found("custom.size.from", "10"));
    assertEquals(List.of("Found small"), found("custom.size.to", "10"));
    assertEquals(List.of("Found small"), found("custom.size", "9,0"));
    assertEquals(List.of("Found large"), found("custom.since.from", "2026-01-01"));
    assertEquals(List.of("Found small"), found("custom.note_text.contains", "RED"));
    assertEquals(List.of("Found large"), found("custom.branch", List.of("STEEL", "FOOD")));
    assertEquals(List.of("Found bare", "Found large"), found("custom.note_text.without", "true"));
    assertThrows(InvalidInput.class, () -> found("custom.nothing", "1"));
    assertThrows(InvalidInput.class, () -> found("custom.size.from", "x"));
    assertThrows(InvalidInput.class, () -> found("custom.branch.contains", "x"));
  }

  @Test
  void the_query_is_kept_as_fields_and_comes_back() {
    PartyQuery query =
        PartyQuery.where()
            .text("żółw")
            .tag("vip")
            .tag("old")
            .ratingFrom(3)
            .custom("size", new CustomCondition(null, null, "1", "5", false))
            .query();

    assertEquals(query, PartyQuery.of(query.fields()));
    assertEquals(
        Map.of(
            "query", "żółw",
            "tag", List.of("old", "vip"),
            "ratingFrom", "3",
            "custom.size.from", "1",
            "custom.size.to", "5"),
        query.fields());
  }

  @Test
  void a_change_of_a_value_is_a_change_of_its_own_in_the_history() {
    PartyView party = register("Chronicle", Map.of("size", "1"));

    core.parties.change(
        party.id(), ExpectedRevision.any(), named("Chronicle", Map.of("size", "2")));

    assertTrue(
        core.history.of("party", "" + party.id().value(), PageRequest.first()).items().stream()
            .flatMap(change -> change.changes().stream())
            .anyMatch(
                change ->
                    change.field().equals("custom.size")
                        && "1".equals(change.before())
                        && "2".equals(change.after())));
  }

  @Test
  void persons_have_fields_of_their_own() {
    PartyView party = register("Shoes", Map.of());
    PersonView person = core.persons.add(party.id(), person(Map.of("shoe_size", "42")));

    PersonView renamed =
        core.persons.change(
            person.id(), ExpectedRevision.any(), PersonData.named("Anna", "Changed"));

    assertEquals(Map.of("shoe_size", "42"), renamed.custom());
    assertThrows(
        InvalidInput.class, () -> core.persons.add(party.id(), person(Map.of("size", "1"))));
  }

  @Test
  void an_option_that_is_used_stays() {
    CustomFieldView branch =
        core.customFields.all().stream()
            .filter(field -> field.name().equals("branch"))
            .findFirst()
            .orElseThrow();
    register("Steel user", Map.of("branch", "STEEL"));

    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () ->
                core.customFields.change(
                    branch.id(),
                    ExpectedRevision.any(),
                    new CustomFieldData(
                        "party",
                        "branch",
                        branch.labels(),
                        CustomFieldType.CHOICE,
                        List.of(new CustomFieldOption("FOOD", null)),
                        false,
                        1,
                        false)));

    assertEquals("customOptionUsed", refused.errors().get(0).code());
    assertEquals("Żywność", core.customFields.text(branch, "FOOD", new Locale("pl")));
    assertEquals("Food", core.customFields.text(branch, "FOOD", new Locale("ru")));
  }

  private static CustomFieldView define(String name, CustomFieldType type) {
    return core.customFields.define(CustomFieldData.of("party", name, name, type));
  }

  private static CustomFieldData with(CustomFieldData data, boolean required, boolean archived) {
    return new CustomFieldData(
        data.recordType(),
        data.name(),
        data.labels(),
        data.type(),
        data.options(),
        required,
        data.position(),
        archived);
  }

  private static PartyView register(String name, Map<String, Object> custom) {
    return core.parties.register(named(name, custom));
  }

  private static PartyData named(String name, Map<String, Object> custom) {
    return PartyData.organisation(name).toBuilder().custom(new HashMap<>(custom)).build();
  }

  private static PersonData person(Map<String, Object> custom) {
    return PersonData.named("Anna", "Shoe").toBuilder().custom(custom).build();
  }

  private static Map<String, String> errors(Map<String, Object> custom) {
    return assertThrows(InvalidInput.class, () -> register("Wrong", custom)).errors().stream()
        .collect(Collectors.toMap(FieldError::field, FieldError::code));
  }

  private static List<String> found(String field, Object value) {
    return core
        .parties
        .page(PartyQuery.of(Map.of("query", "Found", field, value)), PageRequest.first())
        .items()
        .stream()
        .map(PartySummary::name)
        .toList();
  }
}
