package org.kartoteka.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A client of the HTTP API that shows what was answered. Safe for several threads. */
public final class Api {

  /** A connection that rests is left before the server may close it in the middle of a request. */
  static {
    System.setProperty("jdk.httpclient.keepalive.timeout", "20");
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "kartoteka-itest-boundary";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI root;
  private final String authorization;

  /**
   * @param address the product's address
   * @param user the sign-in name; null for nobody
   */
  public Api(URI address, String user, String password) {
    this(
        address.resolve("/api/v1/"),
        user == null
            ? null
            : "Basic "
                + Base64.getEncoder()
                    .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }

  private Api(URI root, String authorization) {
    this.root = root;
    this.authorization = authorization;
  }

  /** The same user by a token of his, which is much quicker to check than a password. */
  public Api byToken() {
    String token =
        post("me/tokens", Map.of("name", "itest")).expect(201).json().path("token").asText();
    return new Api(root, "Bearer " + token);
  }

  /** Reads. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Creates, or does something. */
  public Answer post(String path, Object body) {
    return send(request(path).header("Content-Type", "application/json").POST(json(body)));
  }

  /** Does something to a record, whatever its revision. */
  public Answer act(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .POST(json(body)));
  }

  /** Sets, or replaces. */
  public Answer put(String path, Object body) {
    return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
  }

  /** Changes whatever the revision. */
  public Answer patch(String path, Object body) {
    return patch(path, body, "*");
  }

  /** Changes the given revision. */
  public Answer patch(String path, Object body, String ifMatch) {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/merge-patch+json");
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return send(request.method("PATCH", json(body)));
  }

  /** Removes whatever the revision. */
  public Answer delete(String path) {
    return send(request(path).header("If-Match", "*").DELETE());
  }

  /** Sends a file as a plain body. */
  public Answer upload(String path, String type, byte[] content) {
    return send(
        request(path)
            .header("Content-Type", type)
            .timeout(Duration.ofSeconds(120))
            .POST(BodyPublishers.ofByteArray(content)));
  }

  /** Sends a file and fields as a form. */
  public Answer form(String path, String fileName, byte[] content, Map<String, String> fields) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .timeout(Duration.ofSeconds(120))
            .POST(BodyPublishers.ofByteArray(multipart(fileName, content, fields))));
  }

  /** A request to be completed and given to {@link #send}. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", "en");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request;
  }

  /** Sends a request; a broken connection is an {@link UncheckedIOException}. */
  public Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofString(
          body instanceof String text ? text : JSON.writeValueAsString(body),
          StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] multipart(String fileName, byte[] content, Map<String, String> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            out.writeBytes(
                ("--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    out.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
