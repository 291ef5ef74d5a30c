package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.rest.internal.idempotency.ForgetIdempotentRequests;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

class IdempotencyTest {

  private static final String PARTIES = "/api/v1/parties";
  private static final String ACME = "{\"kind\":\"ORGANISATION\",\"name\":\"Acme\"}";

  private static PostgresFixture database;
  private static Api api;

  @BeforeAll
  static void start() {
    database = PostgresFixture.create().migrate("rest");
    api = new Api(new JpaUnitOfWork(database.dataSource()));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void theSameRequestIsCarriedOutOnce() {
    Api.Answer first = api.post(PARTIES, ACME, "Idempotency-Key", "k-1");
    Api.Answer second = api.post(PARTIES, ACME, "Idempotency-Key", "k-1");
    Api.Answer other = api.post(PARTIES, ACME, "Idempotency-Key", "k-2");

    assertEquals(201, first.status(), first.text());
    assertEquals(201, second.status());
    assertEquals(first.text(), second.text());
    assertEquals(first.header("Location"), second.header("Location"));
    assertEquals(first.header("ETag"), second.header("ETag"));
    assertEquals("application/json", second.header("Content-Type"));
    assertEquals("true", second.header("Idempotent-Replayed"));
    assertNotEquals(first.text(), other.text());
  }

  @Test
  void aKeyIsNotForAnotherRequest() {
    api.post(PARTIES, ACME, "Idempotency-Key", "k-3");
    Api.Answer other = api.post(PARTIES, ACME.replace("Acme", "Other"), "Idempotency-Key", "k-3");

    assertEquals(422, other.status());
    assertEquals("Idempotency-Key:reused", other.error());
    assertEquals(422, api.post(PARTIES, ACME, "Idempotency-Key", "a b").status());
  }

  @Test
  void aRefusedRequestMayBeMendedUnderItsKey() {
    Api.Answer refused = api.post(PARTIES, "{\"kind\":\"ORGANISATION\"}", "Idempotency-Key", "k-4");
    Api.Answer mended = api.post(PARTIES, ACME, "Idempotency-Key", "k-4");

    assertEquals(422, refused.status());
    assertTrue(refused.text().contains("name"), refused.text());
    assertEquals(201, mended.status());
  }

  @Test
  void ofManyAtOnceOneWinsAndAllGetItsAnswer() {
    List<CompletableFuture<Api.Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(
          CompletableFuture.supplyAsync(() -> api.post(PARTIES, ACME, "Idempotency-Key", "k-5")));
    }

    Set<String> bodies =
        answers.stream()
            .map(CompletableFuture::join)
            .map(Api.Answer::text)
            .collect(Collectors.toSet());

    assertEquals(1, bodies.size(), bodies.toString());
  }

  @Test
  void aLargeBodyIsHeldInAFile() {
    byte[] large = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    String path = "/api/v1/notes/1/attachments?fileName=a.txt";
    Api.Answer first =
        api.send("POST", path, large, "application/octet-stream", "Idempotency-Key", "k-6");
    Api.Answer second =
        api.send("POST", path, large, "application/octet-stream", "Idempotency-Key", "k-6");

    assertEquals(201, first.status(), first.text());
    assertEquals(first.text(), second.text());
    assertEquals(large.length, first.json().get("size").intValue());
  }

  @Test
  void aDayLaterTheKeyIsForgotten() {
    Api.Answer first = api.post(PARTIES, ACME, "Idempotency-Key", "k-7");
    database.execute(
        "update rest.idempotent_requests set asked_at = asked_at - interval '25 hours'");
    Api.Answer later = api.post(PARTIES, ACME, "Idempotency-Key", "k-7");

    assertNotEquals(first.text(), later.text());
    database.execute(
        "update rest.idempotent_requests set asked_at = asked_at - interval '25 hours'");
    new ForgetIdempotentRequests(api.unitOfWork, Clock.systemUTC()).run(null);
    long left =
        api.unitOfWork.call(
            () -> Sql.of(api.unitOfWork, "select count(*) from rest.idempotent_requests").number());
    assertEquals(0, left);
  }
}
