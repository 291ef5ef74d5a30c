package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nulls and values of a wrong type in every list that a client can send. */
class WrongListsTest {

  private static final String PARTIES = "/api/v1/parties";

  private static Api api;

  @BeforeAll
  static void start() {
    api = new Api();
    api.post(PARTIES, "{\"kind\":\"ORGANISATION\",\"name\":\"Acme\"}");
    api.post(PARTIES + "/1/notes", "{\"text\":\"a\"}");
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  static Stream<Arguments> wrong() {
    List<Arguments> all = new ArrayList<>();
    for (String list : List.of("tags", "roles")) {
      add(all, PARTIES, list, "[null]", list + "[0]");
      add(all, PARTIES, list, "[\"a\",null]", list + "[1]");
      add(all, PARTIES, list, "[1]", list + "[0]");
      add(all, PARTIES, list, "[{}]", list + "[0]");
      add(all, PARTIES, list, "[[\"a\"]]", list + "[0]");
      add(all, PARTIES, list, "\"a\"", list);
      add(all, PARTIES, list, "{}", list);
    }
    for (String list : List.of("identifiers", "addresses", "phones", "emails", "bankAccounts")) {
      objects(all, PARTIES, list);
    }
    objects(all, PARTIES + "/1/persons", "phones");
    objects(all, PARTIES + "/1/persons", "emails");
    for (String value : List.of("[null]", "[\"a\"]", "[1]", "[[]]", "[{}]", "[{\"nonsense\":1}]")) {
      add(all, PARTIES + "/1/notes", "links", value, "links[0]");
    }
    add(all, PARTIES + "/1/notes", "links", "{}", "links");
    for (String list : List.of("phones", "emails")) {
      String field = "privateData." + list;
      String person = PARTIES + "/1/persons";
      all.add(Arguments.of(person, "{\"privateData\":{\"" + list + "\":[null]}}", field + "[0]"));
      all.add(Arguments.of(person, "{\"privateData\":{\"" + list + "\":3}}", field));
    }
    add(all, PARTIES, "identifiers", "[{\"type\":1,\"value\":\"x\"}]", "identifiers[0].type");
    add(all, PARTIES, "phones", "[{\"kind\":\"OFFICE\",\"value\":[]}]", "phones[0].value");
    add(all, PARTIES, "custom", "[]", "custom");
    add(all, PARTIES, "person", "\"Jan\"", "person");
    add(all, PARTIES, "rating", "\"much\"", "rating");
    add(all, PARTIES, "ownerId", "{}", "ownerId");
    add(all, PARTIES, "kind", "\"ALIEN\"", "kind");
    add(all, PARTIES + "/1/notes", "text", "[\"a\"]", "text");
    add(all, PARTIES + "/1/notes", "pinned", "\"perhaps\"", "pinned");
    return all.stream();
  }

  private static void objects(List<Arguments> all, String path, String list) {
    add(all, path, list, "[null]", list + "[0]");
    add(all, path, list, "[\"a\"]", list + "[0]");
    add(all, path, list, "[1]", list + "[0]");
    add(all, path, list, "[[]]", list + "[0]");
    add(all, path, list, "[{\"nonsense\":1}]", list + "[0].nonsense");
    add(all, path, list, "true", list);
    add(all, path, list, "{\"value\":\"a\"}", list);
  }

  private static void add(
      List<Arguments> all, String path, String member, String value, String field) {
    all.add(Arguments.of(path, "{\"" + member + "\":" + value + "}", field));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void theFieldIsNamed(String path, String json, String field) {
    Api.Answer answer = api.post(path, json);

    assertEquals(422, answer.status(), answer.text());
    assertEquals(List.of(field), Api.fields(answer));
    assertFalse(answer.json().path("errors").path(0).path("message").asText().isBlank());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aPatchIsReadTheSameWay(String path, String json, String field) {
    if (path.equals(PARTIES)) {
      Api.Answer answer = api.patch(PARTIES + "/1", json, "If-Match", "*");

      boolean mergedIntoNothing = json.equals("{\"tags\":{}}") || json.equals("{\"roles\":{}}");
      assertEquals(422, answer.status(), answer.text());
      assertTrue(mergedIntoNothing || Api.fields(answer).equals(List.of(field)), answer.text());
    }
  }
}
