package org.kartoteka.itests.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.JavaMachine;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.RunningProduct;

/** Competitors stops and starts two hundred times, and those who use the core do not notice. */
@ExtendWith(RunningProduct.class)
class ToggleIT {

  private static final String FEATURE = "competitors";
  private static final int WARM_UP = 20;
  private static final int TIMES = 200;
  private static final int CLIENTS = 8;
  private static final double GROWTH = 1.10;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Product product;
  private final Api api;
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();

  ToggleIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void the_core_serves_on_and_the_heap_does_not_grow() {
    JavaMachine java = new JavaMachine(product.java());
    String party =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Steady")).expect(201).id();
    toggleAmidClients(WARM_UP, party);
    long before = java.liveBytes();

    toggleAmidClients(TIMES, party);

    long after = java.liveBytes();
    assertEquals(List.of(), failures.stream().limit(20).toList(), "failed requests");
    assertTrue(requests.get() > TIMES, "only " + requests + " requests");
    assertTrue(
        after <= before * GROWTH,
        () -> "the heap grew from " + before + " to " + after + " bytes:" + java.largest(40));
    assertTrue(
        java.loadersWith("org.kartoteka.competitors.internal") <= 1, "class loaders are left");
    api.get("competitors").expect(200);
  }

  private void toggleAmidClients(int times, String party) {
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      clients.submit(() -> use(number, party, ended));
    }
    try {
      for (int i = 0; i < times; i++) {
        api.patch("features/" + FEATURE, Map.of("state", "STOPPED")).expect(200);
        api.patch("features/" + FEATURE, Map.of("state", "ACTIVE")).expect(200);
      }
    } finally {
      ended.set(true);
      clients.shutdown();
    }
    try {
      assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS), "the clients end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void use(int client, String party, AtomicBoolean ended) {
    Api own = api.byToken();
    for (int i = 0; !ended.get(); i++) {
      switch ((i + client) % 5) {
        case 0 -> check(200, () -> own.get("parties/" + party));
        case 1 -> check(200, () -> own.get("parties?limit=50"));
        case 2 -> check(200, () -> own.get("search?query=Steady"));
        case 3 -> check(200, () -> own.get("parties/" + party + "/notes"));
        default ->
            check(
                201,
                () -> own.post("parties/" + party + "/notes", Map.of("text", "Still writing")));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private interface Request {
    Answer send();
  }

  private void check(int wanted, Request request) {
    requests.incrementAndGet();
    try {
      Answer answer = request.send();
      if (answer.status() != wanted) {
        failures.add(answer.toString());
      }
    } catch (RuntimeException e) {
      failures.add(e.toString());
    }
  }
}
