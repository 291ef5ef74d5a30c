package org.kartoteka.itests.features;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.features.DeclaredRights.Right;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.RunningProduct;

/**
 * Every operation of the HTTP API, as its own description lists them, tried by users of every
 * standard role, by somebody without any, and by somebody who reaches his own parties only. What is
 * expected follows from the permission that {@code rights.txt} declares for the operation; an
 * operation without a declaration fails the build, and so does a declaration without an operation.
 */
@ExtendWith(RunningProduct.class)
class RightsMatrixIT {

  private static final String PASSWORD = "four words are enough";
  private static final String MARK = "Verborgen";
  private static final String NONE = "999999999";
  private static final byte[] FILE = "name\n".getBytes(UTF_8);
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final Pattern PARAMETER = Pattern.compile("/([\\w-]+)/\\{(\\w+)}");

  /** Refused to all who sign in with each request, as the users of this test do. */
  private static final Set<String> NEEDS_SESSION = Set.of("PUT /me/sessions/present/proof");

  private static final Set<String> OF_PARTIES = Set.of("parties", "persons", "notes");

  private final Product product;
  private final Api admin;
  private final Map<String, String> foreign = new HashMap<>();
  private final Map<String, String> own = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  RightsMatrixIT(Product product) {
    this.product = product;
    this.admin = product.api();
  }

  /** One operation with the permission that it needs. */
  private record Operation(String method, String path, Right right, JsonNode body) {

    String name() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** Whether it needs no permission. */
    boolean isFree() {
      return right.permission().equals("everybody") || isAnonymous();
    }

    /** Whether it needs no sign-in either. */
    boolean isAnonymous() {
      return right.permission().equals("anonymous");
    }

    boolean allows(Set<String> permissions) {
      return isFree() || permissions.contains(right.permission());
    }
  }

  @Test
  void every_operation_asks_for_its_permission_and_for_the_reach() {
    JsonNode description = admin.get("openapi.json").expect(200).json();
    List<Operation> operations = operations(description);
    records();
    Map<String, Set<String>> roles = roles();

    roles.forEach(
        (role, permissions) -> {
          Api api = user(role, List.of(role));
          operations.forEach(operation -> expectPermission(api, role, operation, permissions));
        });
    Api nobody = user("Nobody", List.of());
    operations.forEach(operation -> expectPermission(nobody, "nobody", operation, Set.of()));
    operations.stream().filter(operation -> !operation.isAnonymous()).forEach(this::expectSignIn);
    operations.forEach(this::expectReach);

    assertEquals(List.of(), wrong.stream().limit(40).toList(), wrong.size() + " times");
  }

  private List<Operation> operations(JsonNode description) {
    Map<String, Right> declared = DeclaredRights.read();
    List<Operation> operations = new ArrayList<>();
    Set<String> undeclared = new TreeSet<>();
    description
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                METHODS.forEach(
                    method -> {
                      JsonNode operation = path.getValue().path(method);
                      if (!operation.isMissingNode()) {
                        String name = method.toUpperCase(Locale.ROOT) + " " + path.getKey();
                        Right right = declared.remove(name);
                        if (right == null) {
                          undeclared.add(name);
                        } else {
                          operations.add(
                              new Operation(
                                  method, path.getKey(), right, body(description, operation)));
                        }
                      }
                    }));
    assertEquals(Set.of(), undeclared, "operations without a declared permission");
    assertEquals(Set.of(), declared.keySet(), "declarations without an operation");
    assertTrue(operations.size() > 100, "only " + operations.size() + " operations");
    return operations;
  }

  private static JsonNode body(JsonNode description, JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content");
    JsonNode schema = content.path("application/json").path("schema");
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : description.at(reference.substring(1));
  }

  /** A party of a colleague and one of the user who reaches his own, each with all that it has. */
  private void records() {
    String colleague = id(admin.post("users", account("colleague", List.of("MANAGER"))));
    records(foreign, MARK, colleague);
    admin
        .send(
            admin
                .request("roles/Own")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(own())))
        .expect(200);
    String self = id(admin.post("users", account("self", List.of("Own"))));
    records(own, "Sichtbar", self);
  }

  /** The managers' rights, and that to erase, which only administrators have; on his own alone. */
  private String own() {
    String permissions =
        Stream.concat(roles().get("MANAGER").stream(), Stream.of("core.privacy.erase"))
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(","));
    String scopes =
        List.of("READ", "CHANGE", "DELETE", "EXPORT").stream()
            .map(action -> "{\"action\":\"" + action + "\",\"extent\":\"OWN\"}")
            .collect(Collectors.joining(","));
    return "{\"permissions\":[" + permissions + "],\"scopes\":[" + scopes + "]}";
  }

  private void records(Map<String, String> ids, String name, String owner) {
    String party =
        id(admin.post("parties", Map.of("kind", "ORGANISATION", "name", name, "ownerId", owner)));
    ids.put("parties", party);
    ids.put("persons", id(admin.post("persons", Map.of("partyId", party, "lastName", name))));
    ids.put("notes", id(admin.post("notes", Map.of("partyId", party, "text", name))));
    ids.put("registers", id(admin.post("registers", Map.of("name", "Liste " + owner))));
    admin
        .send(
            admin
                .request("registers/" + ids.get("registers") + "/parties/" + party)
                .PUT(BodyPublishers.noBody()))
        .expect(204);
  }

  private static String id(Answer answer) {
    return answer.expect(201).id();
  }

  /** The standard roles with their permissions, but the administrator's. */
  private Map<String, Set<String>> roles() {
    Map<String, Set<String>> roles = new LinkedHashMap<>();
    admin
        .get("roles")
        .expect(200)
        .json()
        .path("items")
        .forEach(
            role -> {
              String name = role.path("name").asText();
              if (role.path("standard").asBoolean() && !name.equals("ADMINISTRATOR")) {
                Set<String> permissions = new TreeSet<>();
                role.path("permissions").forEach(one -> permissions.add(one.asText()));
                roles.put(name, permissions);
              }
            });
    return roles;
  }

  private Map<String, Object> account(String name, List<String> roles) {
    return Map.of(
        "name", name, "fullName", name, "language", "en", "roles", roles, "password", PASSWORD);
  }

  private Api user(String name, List<String> roles) {
    admin.post("users", account("matrix-" + name, roles)).expect(201);
    return product.api("matrix-" + name, PASSWORD);
  }

  /** With the permission nothing is forbidden, without it nothing is done. */
  private void expectPermission(Api api, String who, Operation operation, Set<String> permissions) {
    boolean may = operation.allows(permissions);
    Answer answer = send(api, operation, Map.of());
    boolean refused = answer.status() == 403 || answer.status() == 404;
    boolean forbidden = answer.status() == 403 || answer.status() == 401;
    if (may ? forbidden && !NEEDS_SESSION.contains(operation.name()) : !refused) {
      wrong.add(who + (may ? " may " : " may not ") + operation.name() + " -> " + answer.status());
    }
  }

  private void expectSignIn(Operation operation) {
    Answer answer = send(product.api(null, null), operation, Map.of());
    if (answer.status() != 401) {
      wrong.add("without signing in " + operation.name() + " -> " + answer.status());
    }
  }

  /**
   * Foreign parties and what belongs to them are as those that do not exist; own ones are there.
   */
  private void expectReach(Operation operation) {
    Api self = product.api("self", PASSWORD);
    boolean ofParties = PARAMETER.matcher(operation.path()).results().anyMatch(this::isOfParties);
    if (ofParties) {
      Answer hidden = send(self, operation, foreign);
      Answer missing = send(self, operation, Map.of("registers", foreign.get("registers")));
      if (hidden.status() != missing.status() || hidden.body().contains(MARK)) {
        wrong.add("out of reach " + operation.name() + " -> " + hidden + ", missing -> " + missing);
      }
      boolean gone = operation.method().equals("delete");
      Answer seen = gone ? null : send(self, operation, own);
      boolean card =
          operation.method().equals("get")
              && operation.path().indexOf('{') == operation.path().lastIndexOf('{');
      if (seen != null
          && (seen.status() == 403 || seen.status() >= 500 || card && seen.status() != 200)) {
        wrong.add("in reach " + operation.name() + " -> " + seen.status());
      }
    } else if (operation.method().equals("get") && !operation.path().contains("{")) {
      for (String query : List.of("", "?query=" + MARK, "?q=" + MARK + "&limit=50")) {
        Answer list = self.get(operation.path().substring(1) + query);
        if (list.body().contains(MARK)) {
          wrong.add("listed by " + operation.name() + query);
        }
      }
    } else if (operation.method().equals("post") && !operation.path().contains("{")) {
      expectNothingWritten(self, operation);
    }
  }

  private boolean isOfParties(MatchResult parameter) {
    return OF_PARTIES.contains(parameter.group(1));
  }

  /** Nothing is written at a foreign party that the body names. */
  private void expectNothingWritten(Api self, Operation operation) {
    Map<String, String> fields = new LinkedHashMap<>();
    operation
        .body()
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.equals("partyId") || name.equals("customerId")) {
                fields.put(name, foreign.get("parties"));
              } else if (name.equals("personId")) {
                fields.put(name, foreign.get("persons"));
              }
            });
    if (!fields.isEmpty()) {
      fields.put("text", "Matrix");
      fields.put("lastName", "Matrix");
      Answer answer = self.post(operation.path().substring(1), fields);
      if (answer.status() < 400 || answer.status() >= 500 || answer.body().contains(MARK)) {
        wrong.add("written out of reach " + operation.name() + " -> " + answer.status());
      }
    }
  }

  private static Answer send(Api api, Operation operation, Map<String, String> ids) {
    String input = operation.right().input();
    String address = address(operation, ids) + (input.startsWith("?") ? input : "");
    String body = input.startsWith("{") ? input : "{}";
    return switch (operation.method()) {
      case "get" -> api.get(address);
      case "post" -> posted(api, address, body);
      case "patch" -> api.patch(address, body);
      case "delete" -> api.delete(address);
      default -> api.send(json(api, address).PUT(BodyPublishers.ofString(body)));
    };
  }

  /** What wants no JSON wants a file, in a form or plain. */
  private static Answer posted(Api api, String address, String body) {
    Answer answer = api.send(json(api, address).POST(BodyPublishers.ofString(body)));
    if (answer.status() == 415) {
      answer = api.form(address, "matrix.csv", FILE, Map.of("type", "party"));
    }
    return answer.status() == 415
        ? api.upload(address + "?fileName=matrix.csv", "application/octet-stream", FILE)
        : answer;
  }

  private static HttpRequest.Builder json(Api api, String address) {
    return api.request(address).header("Content-Type", "application/json").header("If-Match", "*");
  }

  private static String address(Operation operation, Map<String, String> ids) {
    return PARAMETER
        .matcher(operation.path())
        .replaceAll(found -> "/" + found.group(1) + "/" + ids.getOrDefault(found.group(1), NONE))
        .replaceAll("\\{\\w+}", NONE)
        .substring(1);
  }
}
