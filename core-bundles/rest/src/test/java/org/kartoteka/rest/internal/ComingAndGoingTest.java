package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.http.Entrance;

class ComingAndGoingTest {

  private static final String VISITS = "/api/v1/competitors";

  private Api api;

  @BeforeEach
  void start() {
    api = new Api();
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
  }

  @Test
  void aResourceComesAndGoesWithTheNextRequest() {
    VisitsResource resource = new VisitsResource();
    api.bundles.put(20L, Map.of("Kartoteka-Feature", "competitors"));

    Map<String, Object> service = api.arrive(resource, 20);
    Api.Answer there = api.get(VISITS);
    api.leave(resource, service);
    api.house.features.put(FeatureState.STOPPED);
    Api.Answer gone = api.get(VISITS + "/5/slow", "Accept-Language", "en");
    api.arrive(resource, 20);
    Api.Answer back = api.get(VISITS);

    assertEquals(200, there.status(), there.text());
    assertEquals("7", there.json().get("party").textValue());
    assertEquals(404, gone.status());
    assertEquals("urn:kartoteka:problem:feature-stopped", gone.json().get("type").textValue());
    assertEquals("competitors", gone.json().get("feature").textValue());
    assertTrue(gone.text().contains("“Competitors” is switched off"), gone.text());
    assertEquals(200, back.status());
  }

  @Test
  void aFeatureThatNeverStartedIsNamedByItsBundle() {
    api.house.features.put(FeatureState.STOPPED);
    api.bundles.put(
        20L,
        Map.of(
            "Kartoteka-Feature", "competitors", "Kartoteka-Http", "rivals, parties/{id}/rivals"));

    for (String path : List.of("rivals", "rivals/1/prices", "parties/1/rivals")) {
      assertEquals("competitors", api.get("/api/v1/" + path).json().path("feature").asText(), path);
    }
    assertEquals(
        "urn:kartoteka:problem:unknown-address",
        api.get("/api/v1/competitors").json().get("type").textValue());
  }

  @ParameterizedTest
  @EnumSource(
      value = FeatureState.class,
      names = {"ACTIVE", "FAILED"})
  void aFeatureThatIsWantedButDoesNotAnswerIsNotReady(FeatureState state) {
    api.house.features.put(state);
    api.bundles.put(20L, Map.of("Kartoteka-Feature", "competitors"));

    Api.Answer answer = api.get(VISITS);

    assertEquals(503, answer.status());
    assertEquals("5", answer.header("Retry-After"));
  }

  @Test
  void whatAnActiveResourceDoesNotHaveIsUnknown() {
    api.bundles.put(20L, Map.of("Kartoteka-Feature", "competitors"));
    api.bundles.put(21L, Map.of("Kartoteka-Http", "parties, persons"));
    api.arrive(new VisitsResource(), 20);

    assertEquals(404, api.get(VISITS + "/1/nothing").status());
    assertEquals(404, api.get("/api/v1/parties/1/nothing").status());
    assertEquals(503, api.get("/api/v1/persons/1").status(), "of the core, which is not there");
  }

  @Test
  void theServletSaysThatItAnswersFromItsInitToItsEnd() throws Exception {
    api.get(VISITS);
    assertEquals(Set.of(Entrance.API), api.entrances);

    api.close();
    assertEquals(Set.of(), api.entrances);
  }

  @Test
  void withoutReceptionTheDoorIsClosedButThere() {
    api.closeReception();

    Api.Answer answer = api.get(VISITS);

    assertEquals(503, answer.status());
    assertEquals("5", answer.header("Retry-After"));
  }

  @ParameterizedTest
  @CsvSource({"/slow, slow", "/later, later"})
  void requestsUnderWayAreFinished(String path, String text) throws Exception {
    VisitsResource resource = new VisitsResource();
    Map<String, Object> service = api.arrive(resource, 20);
    api.get(VISITS);

    CompletableFuture<Api.Answer> underWay =
        CompletableFuture.supplyAsync(() -> api.get(VISITS + "/5" + path + "?millis=10000"));
    assertTrue(resource.entered.await(10, TimeUnit.SECONDS));
    api.leave(resource, service);

    assertEquals(404, api.get(VISITS).status());
    resource.released.countDown();
    Api.Answer answer = underWay.get(10, TimeUnit.SECONDS);
    assertEquals(200, answer.status(), answer.text());
    assertEquals(text, answer.json().get("text").textValue());
  }

  @Test
  void noRequestIsLostWhileAFeatureComesAndGoes() throws Exception {
    api.bundles.put(20L, Map.of("Kartoteka-Feature", "competitors"));
    api.post("/api/v1/parties", "{\"kind\":\"ORGANISATION\",\"name\":\"Acme\"}");
    AtomicBoolean going = new AtomicBoolean(true);
    AtomicInteger served = new AtomicInteger();
    ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
    ExecutorService clients = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      clients.execute(
          () -> {
            while (going.get()) {
              try {
                Api.Answer answer = api.get("/api/v1/parties/1");
                served.incrementAndGet();
                if (answer.status() != 200) {
                  lost.add(answer.text());
                }
              } catch (RuntimeException e) {
                lost.add(e.toString());
              }
            }
          });
    }

    VisitsResource resource = new VisitsResource();
    for (int i = 0; i < 10; i++) {
      Map<String, Object> service = api.arrive(resource, 20);
      assertEquals(200, api.get(VISITS).status());
      api.leave(resource, service);
      assertEquals(503, api.get(VISITS).status());
    }
    going.set(false);
    clients.shutdown();

    assertTrue(clients.awaitTermination(10, TimeUnit.SECONDS));
    assertEquals(List.of(), List.copyOf(lost));
    assertTrue(served.get() > 50, "only " + served);
  }

  @Test
  void whatLeftIsForgotten() throws Exception {
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    Set<Reference<? extends ClassLoader>> alive = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      alive.add(visitOfAnotherLoader(gone));
    }
    api.get(VISITS);

    for (int i = 0; i < 50 && !alive.isEmpty(); i++) {
      System.gc();
      for (Object one = gone.remove(100); one != null; one = gone.poll()) {
        alive.remove(one);
      }
    }
    assertEquals(Set.of(), alive, "class loaders of resources that left");
  }

  private WeakReference<ClassLoader> visitOfAnotherLoader(ReferenceQueue<ClassLoader> gone)
      throws Exception {
    ClassLoader loader = new OwnClasses();
    Object resource =
        loader.loadClass(VisitsResource.class.getName()).getConstructor().newInstance();
    Map<String, Object> service = api.arrive(resource, 20);
    assertEquals(200, api.get(VISITS).status());
    assertEquals(200, api.get(VISITS + "/3/slow?millis=1").status());
    assertEquals(200, api.get("/api/v1/openapi.json").status());
    api.leave(resource, service);
    return new WeakReference<>(loader, gone);
  }

  /** Loads the feature's classes once more. */
  private static final class OwnClasses extends ClassLoader {

    OwnClasses() {
      super(ComingAndGoingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(VisitsResource.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
