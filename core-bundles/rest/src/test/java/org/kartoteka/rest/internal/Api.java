package org.kartoteka.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.rest.internal.idempotency.IdempotentRequests;
import org.kartoteka.rest.internal.resource.NotesResource;
import org.kartoteka.rest.internal.resource.PartiesResource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The API on a real HTTP server, on fakes of the services. */
final class Api implements AutoCloseable {

  static final String ANNA = "Basic " + base64("anna:secret");

  private static final ObjectMapper JSON = new ObjectMapper();

  final FakeHouse house = new FakeHouse();
  final FakeParties parties = new FakeParties();
  final FakeNotes notes = new FakeNotes();
  final Map<Long, Map<String, String>> bundles = new HashMap<>();
  final Set<Object> entrances = new CopyOnWriteArraySet<>();
  final ApiServlet servlet = new ApiServlet(bundleContext());
  final UnitOfWork unitOfWork;

  private final Reception reception;
  private final Server server = new Server();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong serviceIds = new AtomicLong();
  private final int port;

  /** An answer of the API. */
  record Answer(HttpResponse<byte[]> raw) {

    int status() {
      return raw.statusCode();
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse(null);
    }

    String text() {
      return new String(raw.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(raw.body());
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    /** Field and code of the first error. */
    String error() {
      JsonNode error = json().path("errors").path(0);
      return error.path("field").asText() + ":" + error.path("code").asText();
    }
  }

  Api() {
    this(new PlainUnitOfWork());
  }

  Api(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    reception =
        new Reception(
            bundleContext(),
            house,
            new FakeSessions(),
            house.users,
            house.messages,
            house,
            house.features,
            new IdempotentRequests(unitOfWork, Clock.systemUTC()));
    servlet.bindReception(reception);
    arrive(new PartiesResource(parties, null, notes, null, unitOfWork), 1);
    arrive(new NotesResource(notes, unitOfWork), 1);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/api/*");
    context.addServlet(new ServletHolder(new SigningServlet()), "/sign");
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    port = connector.getLocalPort();
  }

  /** Adds a resource as DS would; the answer takes it away again. */
  Map<String, Object> arrive(Object resource, long bundle) {
    Map<String, Object> properties =
        Map.of("service.id", serviceIds.incrementAndGet(), "service.bundleid", bundle);
    servlet.bindResource(resource, properties);
    return properties;
  }

  void leave(Object resource, Map<String, Object> properties) {
    servlet.unbindResource(resource, properties);
  }

  void closeReception() {
    servlet.unbindReception(reception);
  }

  Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  Answer post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  Answer patch(String path, String json, String... headers) {
    return send("PATCH", path, json, headers);
  }

  /** Sends as Anna, with JSON, unless headers say otherwise. */
  Answer send(String method, String path, String body, String... headers) {
    return send(
        method,
        path,
        body == null ? null : body.getBytes(StandardCharsets.UTF_8),
        "application/json",
        headers);
  }

  Answer send(String method, String path, byte[] body, String contentType, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body != null && contentType != null) {
      request.setHeader("Content-Type", contentType);
    }
    boolean signedIn = false;
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
      signedIn |= Set.of("Authorization", "Cookie", "Nobody").contains(headers[i]);
    }
    if (!signedIn) {
      request.setHeader("Authorization", ANNA);
    }
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private BundleContext bundleContext() {
    return (BundleContext)
        Proxy.newProxyInstance(
            Api.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getBundles" ->
                      bundles.keySet().stream().map(this::bundle).toArray(Bundle[]::new);
                  case "getBundle" -> bundle((Long) arguments[0]);
                  case "registerService" -> registration(arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private ServiceRegistration<?> registration(Object entrance) {
    entrances.add(entrance);
    return (ServiceRegistration<?>)
        Proxy.newProxyInstance(
            Api.class.getClassLoader(),
            new Class<?>[] {ServiceRegistration.class},
            (proxy, method, arguments) -> {
              entrances.remove(entrance);
              return null;
            });
  }

  private Bundle bundle(Long id) {
    Map<String, String> headers = bundles.get(id);
    return headers == null
        ? null
        : (Bundle)
            Proxy.newProxyInstance(
                Api.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getHeaders" -> new Hashtable<>(headers);
                      case "getState" -> Bundle.RESOLVED;
                      case "hashCode" -> id.intValue();
                      case "equals" -> proxy == arguments[0];
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
  }

  static List<String> fields(Answer answer) {
    return answer.json().path("errors").findValuesAsText("field");
  }
}
