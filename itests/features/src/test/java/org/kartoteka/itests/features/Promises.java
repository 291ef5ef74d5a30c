package org.kartoteka.itests.features;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kartoteka.itests.features.DescribedApi.Operation;
import org.kartoteka.itests.harness.Answer;

/** Holds answers against what the description of the API promises of them. */
final class Promises {

  private static final String PROBLEM = "application/problem+json";

  private final DescribedApi described;

  Promises(DescribedApi described) {
    this.described = described;
  }

  /** What is wrong with the answer; empty when nothing is. */
  List<String> broken(Operation operation, Answer answer) {
    List<String> broken = new ArrayList<>();
    if (answer.status() >= 500) {
      broken.add("the server's fault");
    } else if (answer.status() >= 400) {
      problem(answer, broken);
    } else if (!answer.body().isEmpty()) {
      content(operation, answer, broken);
    }
    if (!described.statuses(operation).contains(String.valueOf(answer.status()))) {
      broken.add("a status that is not described");
    }
    return broken;
  }

  private static String type(Answer answer) {
    return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  private static void problem(Answer answer, List<String> broken) {
    if (!type(answer).equals(PROBLEM)) {
      broken.add("no problem but " + type(answer));
      return;
    }
    JsonNode problem = answer.json();
    if (!problem.path("type").asText().startsWith("urn:kartoteka:problem:")
        || problem.path("status").asInt() != answer.status()
        || problem.path("title").asText().isBlank()
        || !saysSomething(problem.path("detail"))) {
      broken.add("a problem without words");
    }
    if (answer.status() == 422 && problem.path("errors").isEmpty()) {
      broken.add("a refusal that names no field");
    }
    for (JsonNode error : problem.path("errors")) {
      if (!error.has("field") || !saysSomething(error.path("message"))) {
        broken.add("an error without words");
      }
    }
  }

  /** A missing text shows as its key in exclamation marks, a missing argument as its number. */
  private static boolean saysSomething(JsonNode text) {
    return !text.asText().isBlank()
        && !text.asText().matches("(?s).*(![\\w-]+(\\.[\\w-]+)+!|\\{\\d}).*");
  }

  private void content(Operation operation, Answer answer, List<String> broken) {
    JsonNode content = described.response(operation, answer.status()).path("content");
    if (!content.has(type(answer)) && !content.has("*/*")) {
      broken.add(type(answer) + " is not described");
    } else if (type(answer).equals("application/json")) {
      fits(answer.json(), content.path(type(answer)).path("schema"), "", broken);
    }
  }

  private void fits(JsonNode value, JsonNode schema, String place, List<String> broken) {
    JsonNode wanted = described.resolved(schema);
    if (value.isNull()) {
      boolean any = !wanted.has("type") && !wanted.has("allOf");
      if (!any && !wanted.path("nullable").asBoolean()) {
        broken.add(place + " is null");
      }
      return;
    }
    wanted.path("allOf").forEach(one -> fits(value, one, place, broken));
    if (wanted.has("enum") && !contains(wanted.path("enum"), value)) {
      broken.add(place + " is none of its words: " + value);
    }
    switch (wanted.path("type").asText()) {
      case "object" -> fitsObject(value, wanted, place, broken);
      case "array" -> {
        expect(value.isArray(), value, place, broken);
        value.forEach(one -> fits(one, wanted.path("items"), place + "[]", broken));
      }
      case "string" -> fitsText(value, wanted, place, broken);
      case "integer" -> expect(value.isIntegralNumber(), value, place, broken);
      case "number" -> expect(value.isNumber(), value, place, broken);
      case "boolean" -> expect(value.isBoolean(), value, place, broken);
      default -> {
        // Anything fits what is not described any closer.
      }
    }
  }

  private void fitsObject(JsonNode value, JsonNode schema, String place, List<String> broken) {
    expect(value.isObject(), value, place, broken);
    Map<String, JsonNode> members = described.members(schema);
    JsonNode further = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode wanted = members.getOrDefault(member.getKey(), further);
      if (schema.has("properties") && wanted.isMissingNode()) {
        broken.add(place + "." + member.getKey() + " is not described");
      }
      fits(member.getValue(), wanted, place + "." + member.getKey(), broken);
    }
  }

  private static void fitsText(JsonNode value, JsonNode schema, String place, List<String> broken) {
    expect(value.isTextual(), value, place, broken);
    String text = value.asText();
    boolean fits =
        switch (schema.path("format").asText()) {
          case "date" -> reads(() -> LocalDate.parse(text));
          case "date-time" -> reads(() -> OffsetDateTime.parse(text));
          case "decimal" -> text.matches("-?\\d+(\\.\\d+)?");
          default -> !schema.has("pattern") || text.matches(schema.path("pattern").asText());
        };
    expect(fits, value, place, broken);
  }

  private static boolean reads(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static void expect(boolean fits, JsonNode value, String place, List<String> broken) {
    if (!fits) {
      broken.add(place + " does not fit: " + value);
    }
  }
}
