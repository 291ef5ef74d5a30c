package org.kartoteka.itests.features;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.kartoteka.itests.harness.Api;

/** The HTTP API as it describes itself. */
final class DescribedApi {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final List<String> JSON =
      List.of("application/json", "application/merge-patch+json");
  private static final int DEEPEST = 3;

  private final JsonNode description;

  private DescribedApi(JsonNode description) {
    this.description = description;
  }

  static DescribedApi of(Api api) {
    return new DescribedApi(api.get("openapi.json").expect(200).json());
  }

  /** One operation: a method at an address with variables in braces. */
  record Operation(String method, String path, JsonNode described) {

    String name() {
      return method + " " + path;
    }

    boolean isReading() {
      return method.equals("GET");
    }

    /** The first segment of the address. */
    String collection() {
      return path.split("/")[1];
    }

    /** The names of what can stand behind the question mark. */
    List<String> queryParameters() {
      List<String> names = new ArrayList<>();
      for (JsonNode parameter : described.path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          names.add(parameter.path("name").asText());
        }
      }
      return names;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (String method : METHODS) {
        JsonNode described = path.getValue().path(method);
        if (!described.isMissingNode()) {
          operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey(), described));
        }
      }
    }
    return operations;
  }

  /** The schema of the JSON that the operation takes; missing when it takes none. */
  JsonNode body(Operation operation) {
    JsonNode content = operation.described().at("/requestBody/content");
    return JSON.stream()
        .map(type -> content.path(type).path("schema"))
        .filter(schema -> !schema.isMissingNode())
        .findFirst()
        .map(this::resolved)
        .orElse(content.path("none"));
  }

  /** The schema itself, behind a reference or not. */
  JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    while (found.has("$ref")) {
      found = description.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  /** The members of an object with their schemas, those it has from another schema too. */
  Map<String, JsonNode> members(JsonNode schema) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    JsonNode found = resolved(schema);
    found.path("allOf").forEach(one -> members.putAll(members(one)));
    found.path("properties").properties().forEach(one -> members.put(one.getKey(), one.getValue()));
    return members;
  }

  /**
   * Patterns of JSON with {@code %s} for a value, one for each member of an object and of the
   * objects within.
   */
  List<String> places(JsonNode schema) {
    return places(schema, 0);
  }

  private List<String> places(JsonNode schema, int depth) {
    List<String> places = new ArrayList<>();
    members(schema)
        .forEach(
            (name, member) -> {
              String within = "{\"" + name + "\":%s}";
              places.add(within);
              if (depth < DEEPEST) {
                JsonNode items = resolved(member).path("items");
                String list = within.formatted("[%s]");
                places(items, depth + 1).forEach(place -> places.add(list.formatted(place)));
                places(member, depth + 1).forEach(place -> places.add(within.formatted(place)));
              }
            });
    return places;
  }

  /** The statuses that the operation is said to answer with. */
  TreeSet<String> statuses(Operation operation) {
    TreeSet<String> statuses = new TreeSet<>();
    operation.described().path("responses").fieldNames().forEachRemaining(statuses::add);
    return statuses;
  }

  /** What the operation is said to answer with under a status. */
  JsonNode response(Operation operation, int status) {
    return resolved(operation.described().path("responses").path(String.valueOf(status)));
  }
}
