package org.kartoteka.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.rest.internal.json.JsonMergePatch;
import org.kartoteka.rest.internal.upload.Upload;
import org.kartoteka.rest.internal.upload.UploadReader;

/** Describes one operation of the API. */
final class OperationWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, String> USUAL =
      Map.of(
          "limit", "How many rows at most, 1 to 500; 50 if not given",
          "after", "The cursor of the page before, its member next",
          "sort", "The member to sort by; a leading - for descending",
          "query", "Words to find, without regard to case and diacritics",
          "If-Match", "The entity tag of the record the change was made on, or *",
          "id", "The record's id");

  private final SchemaBook schemas;
  private final Set<String> operationIds = new HashSet<>();

  OperationWriter(SchemaBook schemas) {
    this.schemas = schemas;
  }

  /** The operation, with a name that no other has. */
  ObjectNode describe(ResourceMethod resource) {
    Method method = resource.method();
    Operation annotation = method.getAnnotation(Operation.class);
    ObjectNode operation = JSON.objectNode();
    operation.put("operationId", name(resource, annotation));
    operation.putArray("tags").add(resource.path().split("/")[1]);
    operation.put(
        "summary",
        annotation != null && !annotation.summary().isEmpty()
            ? annotation.summary()
            : words(method.getName()));
    if (annotation != null && !annotation.description().isEmpty()) {
      operation.put("description", annotation.description());
    }
    if (Open.isOpen(resource.path())) {
      operation.putArray("security");
    }
    Set<Integer> problems = new TreeSet<>();
    parameters(operation, resource, problems);
    body(operation, resource, problems);
    responses(operation, resource, problems);
    return operation;
  }

  private String name(ResourceMethod resource, Operation annotation) {
    String wanted =
        annotation != null && !annotation.operationId().isEmpty()
            ? annotation.operationId()
            : resource.path().split("/")[1].replaceAll("\\W", "")
                + "."
                + resource.method().getName();
    String name = wanted;
    for (int i = 2; !operationIds.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private void parameters(ObjectNode operation, ResourceMethod resource, Set<Integer> problems) {
    ArrayNode parameters = JSON.arrayNode();
    for (Parameter parameter : resource.method().getParameters()) {
      PathParam path = parameter.getAnnotation(PathParam.class);
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      HeaderParam header = parameter.getAnnotation(HeaderParam.class);
      if (path != null) {
        parameters.add(parameter("path", path.value(), parameter).put("required", true));
        problems.add(404);
      } else if (query != null) {
        parameters.add(parameter("query", query.value(), parameter));
        problems.add(422);
      } else if (header != null) {
        boolean revision = header.value().equals("If-Match");
        parameters.add(parameter("header", header.value(), parameter).put("required", revision));
        if (revision) {
          problems.add(412);
          problems.add(428);
        }
      }
    }
    further(parameters, resource.method().getAnnotation(Operation.class));
    if (resource.verb().equals("POST")) {
      parameters.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
  }

  /** Parameters that the method reads from the address itself. */
  private static void further(ArrayNode parameters, Operation annotation) {
    if (annotation != null) {
      for (io.swagger.v3.oas.annotations.Parameter one : annotation.parameters()) {
        ObjectNode described =
            JSON.objectNode()
                .put("name", one.name())
                .put("in", "query")
                .put("description", one.description());
        described.set("schema", SchemaBook.typed("string"));
        parameters.add(described);
      }
    }
  }

  private ObjectNode parameter(String place, String name, Parameter parameter) {
    ObjectNode described = JSON.objectNode().put("name", name).put("in", place);
    io.swagger.v3.oas.annotations.Parameter annotation =
        parameter.getAnnotation(io.swagger.v3.oas.annotations.Parameter.class);
    String description =
        annotation != null && !annotation.description().isEmpty()
            ? annotation.description()
            : USUAL.get(name);
    if (description != null) {
      described.put("description", description);
    }
    ObjectNode schema = schemas.of(parameter.getParameterizedType());
    schema.remove("description");
    DefaultValue usual = parameter.getAnnotation(DefaultValue.class);
    if (usual != null && schema.path("type").asText().equals("boolean")) {
      schema.put("default", Boolean.parseBoolean(usual.value()));
    }
    if (name.equals("limit")) {
      schema.put("minimum", 1);
    }
    described.set("schema", schema);
    return described;
  }

  private void body(ObjectNode operation, ResourceMethod resource, Set<Integer> problems) {
    Optional<Parameter> taken = ResourceMethod.body(resource.method());
    if (taken.isEmpty()) {
      return;
    }
    problems.addAll(Set.of(404, 413, 422));
    ObjectNode body = operation.putObject("requestBody").put("required", true);
    ObjectNode content = body.putObject("content");
    for (String type : consumed(resource)) {
      content.putObject(type).set("schema", bodySchema(taken.get(), type));
    }
  }

  private ObjectNode bodySchema(Parameter parameter, String mediaType) {
    Schema declared = parameter.getAnnotation(Schema.class);
    if (declared != null && declared.implementation() != Void.class) {
      return schemas.of(declared.implementation());
    }
    Class<?> type = parameter.getType();
    if (type == MergePatch.class || type == JsonMergePatch.class) {
      return SchemaBook.typed("object").put("description", "A JSON merge patch (RFC 7396)");
    }
    if (type == Upload.class) {
      if (!mediaType.startsWith("multipart/")) {
        return SchemaBook.typed("string").put("format", "binary");
      }
      ObjectNode form = SchemaBook.typed("object");
      form.putObject("properties")
          .putObject(UploadReader.FILE)
          .put("type", "string")
          .put("format", "binary");
      form.putArray("required").add(UploadReader.FILE);
      return form;
    }
    return schemas.of(parameter.getParameterizedType());
  }

  private static String[] consumed(ResourceMethod resource) {
    Consumes consumes = resource.method().getAnnotation(Consumes.class);
    consumes = consumes == null ? resource.resource().getAnnotation(Consumes.class) : consumes;
    if (consumes != null) {
      return consumes.value();
    }
    return resource.verb().equals("PATCH")
        ? new String[] {"application/merge-patch+json", "application/json"}
        : new String[] {"application/json"};
  }

  private static String[] produced(ResourceMethod resource) {
    Produces produces = resource.method().getAnnotation(Produces.class);
    produces = produces == null ? resource.resource().getAnnotation(Produces.class) : produces;
    return produces == null ? new String[] {"application/json"} : produces.value();
  }

  private void responses(ObjectNode operation, ResourceMethod resource, Set<Integer> problems) {
    ObjectNode responses = operation.putObject("responses");
    ApiResponse[] declared = resource.method().getAnnotationsByType(ApiResponse.class);
    if (declared.length == 0) {
      success(responses, resource, null, resource.method().getGenericReturnType());
    }
    for (ApiResponse response : declared) {
      Type type =
          response.content().length == 0
              ? void.class
              : response.content()[0].schema().implementation();
      success(responses, resource, response, type);
    }
    problems.addAll(Set.of(400, 406));
    if (!resource.verb().equals("GET")) {
      problems.addAll(Set.of(409, 415));
    }
    if (resource.verb().equals("POST")) {
      problems.addAll(Set.of(404, 422));
    }
    if (!Open.isOpen(resource.path())) {
      problems.addAll(Set.of(401, 403, 429));
    }
    problems.addAll(Set.of(500, 503));
    for (int status : problems) {
      if (!responses.has(String.valueOf(status))) {
        responses
            .putObject(String.valueOf(status))
            .put("$ref", "#/components/responses/Problem" + status);
      }
    }
  }

  private void success(
      ObjectNode responses, ResourceMethod resource, ApiResponse declared, Type type) {
    boolean nothing = type == void.class || type == Void.class;
    String status =
        declared != null && !declared.responseCode().equals("default")
            ? declared.responseCode()
            : nothing ? "204" : "200";
    ObjectNode response = responses.putObject(status);
    response.put(
        "description",
        declared != null && !declared.description().isEmpty()
            ? declared.description()
            : nothing ? "Done" : status.equals("201") ? "Created" : "Found");
    ObjectNode headers = JSON.objectNode();
    if (status.equals("201")) {
      headers.set("Location", header("The address of what was created"));
    }
    if (type instanceof Class<?> view && Versioned.class.isAssignableFrom(view)) {
      headers.set("ETag", header("The record's revision"));
      if (resource.verb().equals("GET")) {
        responses.putObject("304").put("description", "Not changed since If-None-Match");
      }
    }
    if (!headers.isEmpty()) {
      response.set("headers", headers);
    }
    if (!nothing) {
      ObjectNode content = response.putObject("content");
      boolean binary = type == Response.class || type == StreamingOutput.class;
      for (String produced : produced(resource)) {
        content.putObject(produced).set("schema", binary ? content(produced) : schemas.of(type));
      }
    }
  }

  /** What is written piece by piece; JSON among it is not described any closer. */
  private static ObjectNode content(String mediaType) {
    return mediaType.equals("application/json")
        ? JSON.objectNode()
        : SchemaBook.typed("string").put("format", "binary");
  }

  private static ObjectNode header(String description) {
    ObjectNode header = JSON.objectNode().put("description", description);
    header.set("schema", SchemaBook.typed("string"));
    return header;
  }

  private static String words(String method) {
    String text = method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
