package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Distribution;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** Killed while four clients write: every acknowledged write is there, and no half of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

  private static final int CLIENTS = 4;
  private static final int WRITES_BEFORE_THE_KILL = 60;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Product product;

  @BeforeAll
  void start() {
    Path folder = Path.of("target/crash").toAbsolutePath();
    Path home = Distribution.unpackInto(folder);
    product = new Product(home, folder.resolve("data")).start();
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void kill_of_the_java_machine_loses_no_acknowledged_write() {
    Writers writers = new Writers("java").go();
    Waiting.until("writes", PATIENCE, () -> writers.acknowledged.size() > WRITES_BEFORE_THE_KILL);

    product.killJava();
    writers.end();
    product.start();

    assertNothingLost(writers);
  }

  @Test
  void kill_of_postgresql_loses_no_acknowledged_write() {
    Writers writers = new Writers("postgres").go();
    Waiting.until("writes", PATIENCE, () -> writers.acknowledged.size() > WRITES_BEFORE_THE_KILL);

    product.killPostgres();
    int before = writers.acknowledged.size();
    Waiting.until(
        "writes after PostgreSQL was brought back",
        PATIENCE,
        () -> writers.acknowledged.size() > before + WRITES_BEFORE_THE_KILL);
    writers.end();

    assertNothingLost(writers);
  }

  private void assertNothingLost(Writers writers) {
    Api api = product.api();
    Map<String, JsonNode> found = new HashMap<>();
    String after = null;
    do {
      JsonNode page =
          api.get("parties?limit=500&tag=" + writers.tag + (after == null ? "" : "&after=" + after))
              .expect(200)
              .json();
      page.path("items").forEach(item -> found.put(item.path("id").asText(), item));
      after = page.path("next").isNull() ? null : page.path("next").asText();
    } while (after != null);

    List<String> lost = new ArrayList<>(writers.acknowledged.keySet());
    lost.removeAll(found.keySet());
    assertEquals(List.of(), lost, "acknowledged and lost");
    assertTrue(
        found.size() <= writers.acknowledged.size() + CLIENTS + writers.failed.get(),
        "more was written than was asked for");
    found.keySet().forEach(id -> assertWhole(api, id));
  }

  /** The party has all that one transaction wrote: card, person and change history. */
  private void assertWhole(Api api, String id) {
    JsonNode party = api.get("parties/" + id).expect(200).json();
    assertEquals(1, party.path("emails").size(), party::toString);
    assertEquals(2, party.path("addresses").size(), party::toString);
    assertEquals(1, party.path("tags").size(), party::toString);
    assertEquals(1, api.get("parties/" + id + "/persons").expect(200).json().path("items").size());
  }

  /**
   * Clients that write natural persons, each a party, a person, addresses and an e-mail at once.
   */
  private final class Writers {

    private final String tag;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    Writers(String tag) {
      this.tag = "crash-" + tag;
    }

    Writers go() {
      for (int client = 0; client < CLIENTS; client++) {
        threads.submit(this::write);
      }
      return this;
    }

    private void write() {
      Api api = product.api();
      while (!ended.get()) {
        int n = number.incrementAndGet();
        try {
          Answer answer = api.post("parties", party(n));
          if (answer.status() == 201) {
            acknowledged.put(answer.id(), tag + n);
          } else {
            failed.incrementAndGet();
          }
        } catch (RuntimeException e) {
          failed.incrementAndGet();
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }

    private Map<String, Object> party(int n) {
      return Map.of(
          "kind", "NATURAL_PERSON",
          "person", Map.of("firstName", "Anna", "lastName", tag + " " + n),
          "tags", List.of(tag),
          "emails", List.of(Map.of("kind", "WORK", "value", "anna" + n + "@example.org")),
          "addresses",
              List.of(
                  Map.of("kind", "SEAT", "street", "Długa " + n, "city", "Kraków", "country", "PL"),
                  Map.of("kind", "MAIL", "street", "Ул. 1", "city", "София", "country", "BG")));
    }

    void end() {
      ended.set(true);
      threads.shutdown();
      try {
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS), "the clients end");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
