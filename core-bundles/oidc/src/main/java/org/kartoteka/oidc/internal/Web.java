package org.kartoteka.oidc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Asks a provider for JSON or a token: never longer than some seconds, never more than a megabyte.
 */
final class Web {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final long SECONDS = 10;
  private static final int MOST = 1024 * 1024;

  private final HttpClient client;

  /** What was answered. */
  record Answer(String mediaType, byte[] content) {

    /** Whether it is a token (RFC 7519) instead of JSON. */
    boolean isToken() {
      return mediaType.split(";")[0].strip().equalsIgnoreCase("application/jwt");
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8).strip();
    }

    JsonNode json() throws IOException {
      return JSON.readTree(content);
    }
  }

  /**
   * Asks over HTTPS.
   *
   * @param trust whose certificates are believed
   */
  Web(SSLContext trust) {
    client =
        HttpClient.newBuilder()
            .sslContext(trust)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  JsonNode get(URI address) throws IOException {
    return json(HttpRequest.newBuilder(address).GET());
  }

  /** Asks with an access token for claims, signed or not. */
  Answer claims(URI address, String token) throws IOException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/jwt")
            .GET());
  }

  /**
   * Sends a form.
   *
   * @param authorization the header of that name; null for none
   */
  JsonNode post(URI address, Map<String, String> form, String authorization) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Address.form(form)));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return json(request);
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException {
    return send(request.header("Accept", "application/json")).json();
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    HttpRequest asked = request.build();
    try {
      return client
          .sendAsync(asked, HttpResponse.BodyHandlers.ofInputStream())
          .thenApply(Web::read)
          .get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(asked.uri() + ": " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(asked.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static Answer read(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      byte[] content = body.readNBytes(MOST + 1);
      if (answer.statusCode() != 200) {
        throw new IOException("answered with " + answer.statusCode());
      }
      if (content.length > MOST) {
        throw new IOException("said too much");
      }
      return new Answer(answer.headers().firstValue("Content-Type").orElse(""), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
