package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.rest.internal.openapi.ApiDescription;
import org.kartoteka.rest.internal.resource.FeaturesResource;
import org.kartoteka.rest.internal.resource.HealthResource;
import org.kartoteka.rest.internal.resource.HistoryResource;
import org.kartoteka.rest.internal.resource.ImportsResource;
import org.kartoteka.rest.internal.resource.JournalResource;
import org.kartoteka.rest.internal.resource.MeResource;
import org.kartoteka.rest.internal.resource.NotesResource;
import org.kartoteka.rest.internal.resource.OpenApiResource;
import org.kartoteka.rest.internal.resource.PartiesResource;
import org.kartoteka.rest.internal.resource.PermissionsResource;
import org.kartoteka.rest.internal.resource.PersonsResource;
import org.kartoteka.rest.internal.resource.RegistersResource;
import org.kartoteka.rest.internal.resource.RolesResource;
import org.kartoteka.rest.internal.resource.SearchResource;
import org.kartoteka.rest.internal.resource.TagsResource;
import org.kartoteka.rest.internal.resource.UsersResource;

class OpenApiTest {

  private static final List<Class<?>> RESOURCES =
      List.of(
          FeaturesResource.class,
          HealthResource.class,
          HistoryResource.class,
          ImportsResource.class,
          JournalResource.class,
          MeResource.class,
          NotesResource.class,
          OpenApiResource.class,
          PartiesResource.class,
          PermissionsResource.class,
          PersonsResource.class,
          RegistersResource.class,
          RolesResource.class,
          SearchResource.class,
          TagsResource.class,
          UsersResource.class,
          VisitsResource.class);

  private static String text;
  private static JsonNode api;

  @BeforeAll
  static void describe() throws IOException {
    byte[] json = new ApiDescription(() -> 0, () -> RESOURCES).json();
    text = new String(json, StandardCharsets.UTF_8);
    api = new ObjectMapper().readTree(json);
  }

  @Test
  void aValidatorFindsNothingWrong() {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text);

    assertEquals(List.of(), result.getMessages());
    assertTrue(result.getOpenAPI().getPaths().size() > 30);
  }

  @Test
  void everyOperationHasAnOwnNameAndAnswers() {
    Set<String> names = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        JsonNode operation = verb.getValue();
        boolean named = names.add(operation.path("operationId").asText());
        boolean success =
            operation.get("responses").propertyStream().anyMatch(r -> r.getKey().startsWith("2"));
        if (!named || !success || operation.path("summary").asText().isEmpty()) {
          wrong.add(verb.getKey() + " " + path.getKey());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void referencesLeadSomewhere() {
    List<String> lost = new ArrayList<>();
    for (JsonNode reference : api.findValues("$ref")) {
      if (api.at(reference.asText().substring(1)).isMissingNode()) {
        lost.add(reference.asText());
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  void pathVariablesAreDeclared() {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        Set<String> declared = new HashSet<>();
        for (JsonNode parameter : verb.getValue().path("parameters")) {
          if (parameter.path("in").asText().equals("path")) {
            declared.add("{" + parameter.get("name").asText() + "}");
          }
        }
        Set<String> used = new HashSet<>();
        for (String part : path.getKey().split("/")) {
          if (part.startsWith("{")) {
            used.add(part);
          }
        }
        if (!used.equals(declared)) {
          wrong.add(verb.getKey() + " " + path.getKey());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void conventionsAreDescribed() {
    JsonNode patch = api.at("/paths/~1parties~1{id}/patch");
    JsonNode post = api.at("/paths/~1parties/post");

    assertTrue(patch.get("responses").has("412") && patch.get("responses").has("428"));
    assertTrue(post.at("/responses/201/headers").has("Location"));
    assertTrue(post.toString().contains("#/components/parameters/IdempotencyKey"));
    assertEquals("string", api.at("/components/schemas/PartyView/properties/id/type").asText());
    assertEquals(
        "array", api.at("/components/schemas/PartySummaryPage/properties/items/type").asText());
    assertTrue(api.at("/paths/~1health/get/security").isEmpty());
    assertTrue(api.at("/paths/~1imports/post/requestBody/content").has("multipart/form-data"));
    assertTrue(api.at("/paths/~1imports/post/requestBody/content").has("text/csv"));
  }
}
