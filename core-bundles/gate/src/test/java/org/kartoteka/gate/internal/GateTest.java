package org.kartoteka.gate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.http.Entrance;

class GateTest {

  private final Gate gate = new Gate(new SecureOnly(false, 0), new RateLimit(0, System::nanoTime));
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Handler.Sequence(gate, new Inside()));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void lets_nobody_in_before_both_entrances_are_there() throws Exception {
    gate.bindEntrance(Entrance.API);

    assertEquals(503, get("/api/v1/health", "application/json", "en").statusCode());
    gate.bindEntrance(Entrance.BROWSER);
    assertEquals(200, get("/api/v1/health", "application/json", "en").statusCode());
    assertEquals(200, get("/", "text/html", "en").statusCode());
  }

  @Test
  void later_only_the_entrance_that_is_away_is_closed() throws Exception {
    gate.bindEntrance(Entrance.API);
    gate.bindEntrance(Entrance.BROWSER);
    gate.unbindEntrance(Entrance.BROWSER);

    assertEquals(200, get("/api/v1/parties", "application/json", "en").statusCode());
    assertEquals(503, get("/apiary", "text/html", "en").statusCode());
  }

  @Test
  void a_person_gets_a_page_in_the_own_language_that_loads_itself_again() throws Exception {
    HttpResponse<String> answer = get("/parties", "text/html,*/*;q=0.8", "bg-BG,bg;q=0.9,en;q=0.8");

    assertEquals("text/html;charset=utf-8", answer.headers().firstValue("content-type").get());
    assertEquals("2", answer.headers().firstValue("retry-after").get());
    assertTrue(answer.body().contains("lang=\"bg\""), answer.body());
    assertTrue(answer.body().contains("стартира"), answer.body());
    assertTrue(answer.body().contains("http-equiv=\"refresh\""), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb", "a%5Cb", "a%25b", "%2e%2e", "a%252Fb"})
  void an_address_that_the_server_does_not_read_is_refused_in_words(String name) throws Exception {
    gate.bindEntrance(Entrance.API);
    gate.bindEntrance(Entrance.BROWSER);

    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:" + connector.getLocalPort() + "/api/v1/roles/" + name))
                  .method(method, HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertEquals(400, answer.statusCode(), method);
      assertEquals(
          "application/problem+json;charset=utf-8",
          answer.headers().firstValue("content-type").orElse(""),
          method);
      assertTrue(answer.body().contains("cannot hold a slash"), answer.body());
    }
  }

  @Test
  void who_asks_for_what_nobody_can_read_is_told_that_the_connection_ends() throws Exception {
    String answer = raw("GET /api/v1/roles/%00 HTTP/1.1\r\nHost: here\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
    assertTrue(answer.contains("urn:kartoteka:problem:unreadable-request"), answer);
  }

  @Test
  void what_the_server_itself_refuses_is_told_in_words() throws Exception {
    gate.bindEntrance(Entrance.API);
    String rest = " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n";
    String longText = "x".repeat(20_000);

    assertProblem(414, raw("GET /api/v1/parties?query=" + longText + rest + "\r\n"));
    assertProblem(417, raw("GET /api/v1/parties" + rest + "Expect: nonsense\r\n\r\n"));
    assertProblem(431, raw("GET /api/v1/parties" + rest + "X: " + longText + "\r\n\r\n"));
    assertProblem(505, raw("GET /api/v1/parties HTTP/7.5\r\nHost: here\r\n\r\n"));
  }

  private static void assertProblem(int status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("\"status\":" + status), answer);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void headers_and_addresses_that_are_too_long_are_refused_in_words_and_as_safely_as_all()
      throws IOException {
    String much = "x".repeat(20_000);

    assertRefused("GET / HTTP/1.1\r\nHost: a\r\nCookie: " + much + "\r\n\r\n", "headers-too-long");
    assertRefused("GET /" + much + " HTTP/1.1\r\nHost: a\r\n\r\n", "address-too-long");
    assertRefused("GET /api/v1/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "unreadable-request");
  }

  private void assertRefused(String request, String problem) throws IOException {
    String answer = raw(request);

    assertTrue(answer.contains("urn:kartoteka:problem:" + problem), answer);
    assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
    assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "TRACE, /, 405",
    "PROPFIND, /parties, 405",
    "DELETE, /, 405",
    "HEAD, /, 200",
    "TRACE, /api/v1/parties, 405",
    "FOO, /api/v1/parties, 405",
    "PATCH, /api/v1/parties, 200"
  })
  void a_method_that_an_entrance_does_not_know_is_refused(String method, String path, int status)
      throws Exception {
    gate.bindEntrance(Entrance.API);
    gate.bindEntrance(Entrance.BROWSER);

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertEquals(status, answer.statusCode());
    assertEquals(status == 405, answer.headers().firstValue("Allow").isPresent());
  }

  @Test
  void a_program_gets_a_problem() throws Exception {
    HttpResponse<String> answer = get("/api/v1/parties", "*/*", "!nonsense;q=x");

    assertEquals(
        "application/problem+json;charset=utf-8",
        answer.headers().firstValue("content-type").get());
    assertTrue(answer.body().contains("\"status\":503"), answer.body());
    assertTrue(answer.body().contains("Kartoteka is starting"), answer.body());
  }

  private HttpResponse<String> get(String path, String accept, String languages) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
            .header("Accept", accept)
            .header("Accept-Language", languages)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static final class Inside extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.setStatus(200);
      callback.succeeded();
      return true;
    }
  }
}
