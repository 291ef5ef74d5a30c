package org.kartoteka.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.kartoteka.rest.internal.problem.ProblemDetails;

/** The description of the API in OpenAPI 3.0, made of the resources that are there now. */
public final class ApiDescription {

  private static final Map<Integer, String> PROBLEMS =
      Map.ofEntries(
          Map.entry(400, "The request is malformed"),
          Map.entry(401, "Nobody is signed in"),
          Map.entry(403, "The user lacks a permission"),
          Map.entry(404, "There is no such record, or its feature is stopped"),
          Map.entry(406, "The answer does not come in any of the types that are accepted"),
          Map.entry(409, "A rule forbids it in the record's present state"),
          Map.entry(412, "The record was changed meanwhile"),
          Map.entry(413, "The body is too large"),
          Map.entry(415, "The body is of a type that is not understood"),
          Map.entry(422, "The input breaks rules; see errors"),
          Map.entry(428, "The header If-Match is missing"),
          Map.entry(429, "Too many attempts or requests; see Retry-After"),
          Map.entry(500, "Unexpected; the correlation id leads to the log"),
          Map.entry(
              503,
              "Not ready, or somebody else wrote the same at this moment; try again after Retry-After"));

  private final ObjectMapper mapper = new ObjectMapper();
  private final LongSupplier edition;
  private final Supplier<List<Class<?>>> resources;
  private long described = -1;
  private byte[] json;

  /**
   * Describes the resources that are there when somebody asks.
   *
   * @param edition another number whenever the resources have changed
   */
  public ApiDescription(LongSupplier edition, Supplier<List<Class<?>>> resources) {
    this.edition = edition;
    this.resources = resources;
  }

  /** The description as JSON. */
  public synchronized byte[] json() {
    long present = edition.getAsLong();
    if (described != present) {
      described = present;
      try {
        json = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(describe());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return json.clone();
  }

  private ObjectNode describe() {
    ObjectNode api = mapper.createObjectNode().put("openapi", "3.0.3");
    api.putObject("info")
        .put("title", "Kartoteka")
        .put("version", "1")
        .put(
            "description",
            "The card register of parties, persons and notes, with the features that are active"
                + " now. Ids and decimal numbers are strings, times are UTC in ISO 8601. A list is"
                + " read page by page with the cursor in next. A change names the revision it was"
                + " made on in If-Match.");
    api.putArray("servers").addObject().put("url", "/api/v1");
    api.putArray("security")
        .add(required("basic"))
        .add(required("bearer"))
        .add(required("session"));
    SchemaBook schemas = new SchemaBook();
    OperationWriter operations = new OperationWriter(schemas);
    Map<String, ObjectNode> paths = new TreeMap<>();
    TreeSet<String> tags = new TreeSet<>();
    resources.get().stream()
        .sorted(Comparator.comparing(Class::getName))
        .flatMap(resource -> ResourceMethod.of(resource).stream())
        .forEach(
            method -> {
              tags.add(method.path().split("/")[1]);
              paths
                  .computeIfAbsent(method.path(), path -> mapper.createObjectNode())
                  .set(method.verb().toLowerCase(Locale.ROOT), operations.describe(method));
            });
    tags.forEach(tag -> api.withArray("tags").addObject().put("name", tag));
    ObjectNode pathsNode = api.putObject("paths");
    paths.forEach(pathsNode::set);
    components(api.putObject("components"), schemas);
    return api;
  }

  private ObjectNode required(String scheme) {
    ObjectNode requirement = mapper.createObjectNode();
    requirement.putArray(scheme);
    return requirement;
  }

  private void components(ObjectNode components, SchemaBook schemas) {
    ObjectNode problem = schemas.of(ProblemDetails.class);
    ObjectNode responses = components.putObject("responses");
    PROBLEMS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              ObjectNode response =
                  responses
                      .putObject("Problem" + entry.getKey())
                      .put("description", entry.getValue());
              response
                  .putObject("content")
                  .putObject(ProblemDetails.MEDIA_TYPE)
                  .set("schema", problem);
            });
    ObjectNode key =
        components
            .putObject("parameters")
            .putObject("IdempotencyKey")
            .put("name", "Idempotency-Key")
            .put("in", "header")
            .put(
                "description",
                "The same request with the same key is carried out once; it holds for a day");
    key.set("schema", SchemaBook.typed("string").put("maxLength", 200));
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes.putObject("basic").put("type", "http").put("scheme", "basic");
    schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
    schemes
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "JSESSIONID")
        .put(
            "description",
            "The session of a signed-in browser; a change needs the header X-Requested-With too");
    ObjectNode all = components.putObject("schemas");
    schemas.schemas().forEach(all::set);
  }
}
