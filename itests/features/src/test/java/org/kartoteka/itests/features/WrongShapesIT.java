package org.kartoteka.itests.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.features.DescribedApi.Operation;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.RunningProduct;

/**
 * Wrong bodies, addresses and headers for every operation that the API's own description knows:
 * what is refused is a problem in words that is the client's, never the server's; what is accepted
 * is answered as described.
 */
@ExtendWith(RunningProduct.class)
class WrongShapesIT {

  private static final List<String> BODIES =
      List.of(
          "null",
          "[]",
          "\"x\"",
          "1",
          "",
          "{",
          "{\"a\":}",
          "[{}]",
          "{\"noSuchField\":1}",
          "{}{}",
          "{\"a\":1,\"a\":2}",
          "[".repeat(500) + "]".repeat(500));
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "1",
          "1.5",
          "-1",
          "1e30",
          "1e400",
          "1e-400",
          "9223372036854775808",
          "\"\"",
          "\"x\"",
          "\"9223372036854775807\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"0000-02-30\"",
          "\"+999999999-12-31\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"1e999999999\"",
          '"' + "x".repeat(100_000) + '"',
          "[]",
          "[null]",
          "[\"x\"]",
          "[[]]",
          "[{}]",
          "{}",
          "{\"x\":1}",
          "[{\"kind\":[],\"value\":{}}]");
  private static final List<String> PARAMETERS =
      List.of(
          "",
          "x",
          "-1",
          "0",
          "501",
          "9223372036854775808",
          "1e400",
          "0000-02-30",
          "+999999999-12-31",
          "-999999999-01-01",
          "999999999-01-01",
          "\u0000",
          "%",
          "\ud83d\ude00",
          "-",
          "--name",
          "x".repeat(2_000),
          "eyJhIjoxfQ",
          "*");
  private static final List<String> IDS =
      List.of(
          "0",
          "-1",
          "9223372036854775807",
          "9223372036854775808",
          "abc",
          "1.0",
          "\u0663",
          "'",
          "*",
          "x".repeat(1_000));
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Accept", List.of("text/html", "///", "*/*;q=0"),
          "Accept-Language", List.of("xx-yy-zz", "*;q=nonsense"),
          "If-Match", List.of("nonsense", "\"", "\"99999999999999999999\"", "\"-1\""),
          "If-None-Match", List.of("\"", "*"),
          "Content-Type",
              List.of(
                  "text/plain",
                  "nonsense",
                  "*/*",
                  "application/json;charset=utf-16",
                  "application/json;charset=nonsense",
                  "multipart/form-data"),
          "Content-Encoding", List.of("gzip"),
          "Idempotency-Key", List.of("x".repeat(300)));

  /** What these do to others than the records of this test is not undone. */
  private static final Set<String> ACTS = Set.of("features", "imports", "merges", "users", "me");

  private static final Pattern PARAMETER = Pattern.compile("/([\\w-]+)/\\{\\w+}");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

  private final Api api;
  private final DescribedApi described;
  private final Promises promises;
  private final Map<String, String> ids = new HashMap<>();
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger requests = new AtomicInteger();

  WrongShapesIT(Product product) {
    api = product.api().byToken();
    described = DescribedApi.of(api);
    promises = new Promises(described);
    String party = make("parties", Map.of("kind", "ORGANISATION", "name", "Shapeless"));
    make("persons", Map.of("partyId", party, "lastName", "Shapeless"));
    make("notes", Map.of("partyId", party, "text", "Shapeless"));
    make("registers", Map.of("name", "Shapeless " + party));
    make("competitors", Map.of("partyId", party));
  }

  @Test
  void wrong_json_is_refused_as_the_clients_problem_everywhere() {
    everywhere(
        operation -> {
          JsonNode body = described.body(operation);
          if (!operation.isReading() && !body.isMissingNode() && !isAct(operation)) {
            BODIES.forEach(one -> send(operation, address(operation), one, Map.of()));
            for (String place : described.places(body)) {
              VALUES.forEach(
                  value -> send(operation, address(operation), place.formatted(value), Map.of()));
            }
          }
        });
  }

  @Test
  void wrong_addresses_are_refused_in_words_and_others_answered_as_described() {
    everywhere(
        operation -> {
          if (operation.isReading()) {
            send(operation, address(operation), "", Map.of());
            for (String parameter : operation.queryParameters()) {
              for (String value : PARAMETERS) {
                String query = "?" + encoded(parameter) + "=" + encoded(value);
                send(operation, address(operation) + query, "", Map.of());
              }
            }
          }
          if (operation.path().contains("{") && !isAct(operation)) {
            for (String id : IDS) {
              String address =
                  VARIABLE.matcher(operation.path()).replaceAll(encoded(id)).substring(1);
              send(operation, address, "{}", Map.of());
            }
          }
        });
  }

  @Test
  void wrong_headers_are_refused_in_words_or_do_not_matter() {
    everywhere(
        operation ->
            HEADERS.forEach(
                (name, values) -> {
                  if (operation.isReading() || !isAct(operation) && !isRemoval(operation)) {
                    values.forEach(
                        value -> send(operation, address(operation), "{}", Map.of(name, value)));
                  }
                }));
  }

  private void everywhere(Consumer<Operation> attack) {
    described.operations().parallelStream().forEach(attack);

    assertEquals(List.of(), wrong.stream().sorted().limit(30).toList(), wrong.size() + " wrong");
    assertTrue(requests.get() > 1000, "only " + requests + " requests");
  }

  private static boolean isAct(Operation operation) {
    return ACTS.contains(operation.collection());
  }

  private static boolean isRemoval(Operation operation) {
    return operation.method().equals("DELETE");
  }

  private String make(String collection, Map<String, String> body) {
    String id = api.post(collection, body).expect(201).id();
    ids.put(collection, id);
    return id;
  }

  private String address(Operation operation) {
    return PARAMETER
        .matcher(operation.path())
        .replaceAll(found -> "/" + found.group(1) + "/" + ids.getOrDefault(found.group(1), "1"))
        .replaceAll("\\{\\w+}", "1")
        .substring(1);
  }

  private void send(Operation operation, String address, String body, Map<String, String> headers) {
    requests.incrementAndGet();
    HttpRequest.Builder request =
        api.request(address)
            .method(operation.method(), BodyPublishers.ofString(operation.isReading() ? "" : body));
    if (!headers.containsKey("If-Match")) {
      request.setHeader("If-Match", "*");
    }
    request.setHeader("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    Answer answer = api.send(request);
    promises
        .broken(operation, answer)
        .forEach(
            broken ->
                wrong.add(
                    operation.name()
                        + ": "
                        + broken
                        + " <- "
                        + shortened(address)
                        + " "
                        + headers
                        + " "
                        + shortened(body)
                        + " -> "
                        + shortened(answer.toString())));
  }

  private static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "..." : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
