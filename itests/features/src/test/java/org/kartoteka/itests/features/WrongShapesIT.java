package org.kartoteka.itests.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.RunningProduct;

/**
 * Wrong JSON in every body that the API's own description knows: each is answered by a problem that
 * is the client's, never the server's.
 */
@ExtendWith(RunningProduct.class)
class WrongShapesIT {

  private static final List<String> BODIES =
      List.of("null", "[]", "\"x\"", "1", "{", "{\"a\":}", "[{}]", "{\"noSuchField\":1}");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "1",
          "1.5",
          "-1",
          "1e30",
          "\"\"",
          "\"x\"",
          "\"\\u0000\"",
          "[]",
          "[null]",
          "[\"x\"]",
          "[[]]",
          "[{}]",
          "{}",
          "{\"x\":1}",
          "[{\"kind\":[],\"value\":{}}]");
  private static final Set<String> ACTS = Set.of("features", "imports", "merges", "users");
  private static final Pattern PARAMETER = Pattern.compile("/([\\w-]+)/\\{(\\w+)}");

  private final Api api;
  private final Map<String, String> ids = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int requests;

  WrongShapesIT(Product product) {
    api = product.api();
  }

  @Test
  void wrong_json_is_refused_as_the_clients_problem_everywhere() {
    JsonNode description = api.get("openapi.json").expect(200).json();
    records();

    description
        .path("paths")
        .fields()
        .forEachRemaining(
            path -> {
              attack(description, path.getKey(), "POST", path.getValue().path("post"));
              attack(description, path.getKey(), "PATCH", path.getValue().path("patch"));
            });

    assertEquals(List.of(), wrong.stream().limit(20).toList());
    assertTrue(requests > 500, "only " + requests + " requests");
  }

  private void records() {
    String party = make("parties", Map.of("kind", "ORGANISATION", "name", "Shapeless"));
    make("persons", Map.of("partyId", party, "lastName", "Shapeless"));
    make("notes", Map.of("partyId", party, "text", "Shapeless"));
    make("registers", Map.of("name", "Shapeless"));
    make("competitors", Map.of("partyId", party));
  }

  private String make(String collection, Map<String, String> body) {
    String id = api.post(collection, body).expect(201).id();
    ids.put(collection, id);
    return id;
  }

  private void attack(JsonNode description, String path, String method, JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content");
    JsonNode schema = content.path("application/json").path("schema");
    if (schema.isMissingNode()) {
      schema = content.path("application/merge-patch+json").path("schema");
    }
    if (schema.isMissingNode() || ACTS.contains(path.split("/")[1])) {
      return;
    }
    String address = address(path).substring(1);
    BODIES.forEach(body -> send(method, address, body));
    resolved(description, schema)
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name ->
                VALUES.forEach(value -> send(method, address, "{\"" + name + "\":" + value + "}")));
  }

  private static JsonNode resolved(JsonNode description, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : description.at(reference.substring(1));
  }

  private String address(String path) {
    Matcher parameter = PARAMETER.matcher(path);
    return parameter.replaceAll(
        found -> "/" + found.group(1) + "/" + ids.getOrDefault(found.group(1), "1"));
  }

  private void send(String method, String address, String body) {
    requests++;
    Answer answer = method.equals("POST") ? api.post(address, body) : api.patch(address, body);
    boolean accepted = answer.status() < 300;
    boolean refused =
        answer.status() >= 400
            && answer.status() < 500
            && answer.json().path("type").asText().startsWith("urn:kartoteka:problem:");
    if (!accepted && !refused) {
      wrong.add(method + " " + address + " " + body + " -> " + answer);
    }
  }
}
