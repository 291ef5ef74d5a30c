package org.kartoteka.gate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.http.Allowances;

class DoorsTest {

  private final Server server = new Server();
  private final HttpClient client = HttpClient.newHttpClient();
  private ServerConnector connector;

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void everyAnswerCarriesSafetyHeaders() throws Exception {
    open(new Arrival(""));

    HttpResponse<String> page = get("/");
    HttpResponse<String> data = get("/api/v1/parties");

    for (HttpResponse<String> answer : new HttpResponse[] {page, data}) {
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      assertEquals("same-origin", header(answer, "Referrer-Policy"));
      assertEquals("DENY", header(answer, "X-Frame-Options"));
      assertTrue(header(answer, "Content-Security-Policy").contains("frame-ancestors 'none'"));
      assertEquals("", header(answer, "Strict-Transport-Security"));
    }
    assertTrue(header(data, "Content-Security-Policy").contains("default-src 'none'"));
  }

  @Test
  void aFileThatABrowserGetsRunsNothingAndIsKeptNowhere() throws Exception {
    open(new Arrival(""));

    HttpResponse<String> file = get("/VAADIN/dynamic/resource/2/0c/letter.html");

    assertEquals(
        "default-src 'none'; frame-ancestors 'none'; sandbox",
        header(file, "Content-Security-Policy"));
    assertEquals("no-store", header(file, "Cache-Control"));
    assertEquals("", header(get("/VAADIN/build/index.js"), "Cache-Control"));
  }

  @Test
  void forwardingIsBelievedOfKnownProxiesOnly() throws Exception {
    open(new Arrival("10.0.0.0/8, 192.0.2.7"));
    HttpResponse<String> stranger = get("/", forwarded());
    server.stop();
    open(new Arrival("127.0.0.1"));
    HttpResponse<String> proxy = get("/", forwarded());

    assertEquals("127.0.0.1 false", stranger.body());
    assertEquals("203.0.113.9 true", proxy.body());
    assertEquals(
        "203.0.113.9 false", get("/", "X-Forwarded-For", "6.6.6.6, 203.0.113.9").body(), "forged");
    assertEquals(
        "127.0.0.1 false", get("/", "Forwarded", "for=6.6.6.6;proto=https").body(), "passed on");
    assertEquals("max-age=31536000", header(proxy, "Strict-Transport-Security"));
  }

  @Test
  void underTlsPlainHttpIsRedirectedForPeopleAndRefusedForPrograms() throws Exception {
    open(new Arrival("127.0.0.1"), new SecureOnly(true, 8443));

    HttpResponse<String> page = get("/parties/7?tab=notes");
    assertEquals(308, page.statusCode());
    assertEquals("https://127.0.0.1:8443/parties/7?tab=notes", header(page, "Location"));
    assertEquals(403, get("/api/v1/parties").statusCode());
    assertEquals(200, get("/api/v1/health").statusCode());
    assertEquals(200, get("/api/v1/parties", forwarded()).statusCode());
  }

  @Test
  void anAddressMayAskInBurstsButNotForEver() {
    AtomicLong now = new AtomicLong();
    Allowances<String> limit = new Allowances<>(2, now::get);
    String one = "192.0.2.1";
    for (int i = 0; i < 20; i++) {
      assertTrue(limit.passes(one));
    }
    assertFalse(limit.passes(one));
    assertTrue(limit.passes("192.0.2.2"));

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertTrue(limit.passes(one));
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() throws Exception {
    open(new Arrival("127.0.0.1"), new RateLimit(1, () -> 0));
    HttpResponse<String> last = null;
    for (int i = 0; i < 11; i++) {
      last = get("/", forwarded());
    }

    assertEquals(429, last.statusCode());
    assertEquals("1", header(last, "Retry-After"));
    assertEquals(200, get("/").statusCode(), "this machine is not limited");
  }

  @Test
  void rangesOfAddresses() {
    assertTrue(AddressRange.of("10.0.0.0/8").contains("10.200.3.4"));
    assertFalse(AddressRange.of("10.0.0.0/8").contains("11.0.0.1"));
    assertTrue(AddressRange.of("2001:db8::/32").contains("2001:db8:1::5"));
    assertFalse(AddressRange.of("192.0.2.7").contains("2001:db8::1"));
    assertThrows(IllegalArgumentException.class, () -> AddressRange.of("proxy.example.org"));
  }

  private static String[] forwarded() {
    return new String[] {"X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"};
  }

  private void open(Arrival arrival, Handler... before) throws Exception {
    connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration()
        .addCustomizer(arrival);
    server.setConnectors(new ServerConnector[] {connector});
    Handler.Sequence all = new Handler.Sequence(before);
    all.addHandler(new Inside());
    server.setHandler(all);
    server.start();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Says who asks. */
  private static final class Inside extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.write(
          true,
          ByteBuffer.wrap((Request.getRemoteAddr(request) + " " + request.isSecure()).getBytes()),
          callback);
      return true;
    }
  }
}
