package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.party.PartyStatus;

class ConventionsTest {

  private static final String PARTIES = "/api/v1/parties";
  private static final String ACME = "{\"kind\":\"ORGANISATION\",\"name\":\"Acme\"}";

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
  void creatingAnswers201WithLocationAndEntityTag() {
    Api.Answer answer = api.post(PARTIES, ACME);

    assertEquals(201, answer.status(), answer.text());
    assertTrue(answer.header("Location").endsWith("/api/v1/parties/1"), answer.header("Location"));
    assertEquals("\"0\"", answer.header("ETag"));
    assertEquals("1", answer.json().get("id").textValue());
    assertEquals("2026-01-02T03:04:05Z", answer.json().get("createdAt").textValue());
    assertTrue(answer.json().get("number").isNull());
  }

  @Test
  void listsHaveItemsAndNext() {
    api.post(PARTIES, ACME);
    api.post(PARTIES, ACME);

    Api.Answer first = api.get(PARTIES + "?limit=1&status=ACTIVE&status=PASSIVE&query=ac");
    Api.Answer all = api.get(PARTIES);

    assertEquals(1, first.json().get("items").size(), first.text());
    assertEquals("cursor", first.json().get("next").textValue());
    assertEquals(2, all.json().get("items").size());
    assertTrue(all.json().has("next") && all.json().get("next").isNull());
    api.get(PARTIES + "?status=ACTIVE&status=PASSIVE&query=ac");
    assertEquals(Set.of(PartyStatus.ACTIVE, PartyStatus.PASSIVE), api.parties.asked.statuses());
    assertEquals("ac", api.parties.asked.text());
  }

  @Test
  void aLongListTellsItsLength() {
    for (int i = 0; i < 50; i++) {
      api.post(PARTIES, ACME);
    }

    Api.Answer answer = api.get(PARTIES);

    assertTrue(answer.raw().body().length > 8192, answer.text());
    assertEquals(String.valueOf(answer.raw().body().length), answer.header("Content-Length"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit:range",
    "limit=501, limit:range",
    "limit=x, limit:number",
    "status=HAPPY, status:choice",
    "kind=x, kind:choice",
    "owner=x, owner:id",
    "tag=a%00b, tag:invalid",
    "limit=1.5, limit:number"
  })
  void wrongQueryParametersAreNamed(String query, String error) {
    Api.Answer answer = api.get(PARTIES + "?" + query);

    assertEquals(422, answer.status(), answer.text());
    assertEquals(error, answer.error());
  }

  @Test
  void whoHasTheRevisionGetsNoBody() {
    api.post(PARTIES, ACME);

    assertEquals(304, api.get(PARTIES + "/1", "If-None-Match", "\"0\"").status());
    assertEquals(200, api.get(PARTIES + "/1", "If-None-Match", "\"7\"").status());
  }

  @Test
  void aChangeNeedsTheRightRevision() {
    api.post(PARTIES, ACME);
    String patch = "{\"shortName\":\"A\"}";

    assertEquals(428, api.patch(PARTIES + "/1", patch).status());
    assertEquals(412, api.patch(PARTIES + "/1", patch, "If-Match", "\"7\"").status());
    Api.Answer changed = api.patch(PARTIES + "/1", patch, "If-Match", "\"0\"");
    assertEquals(200, changed.status(), changed.text());
    assertEquals("\"1\"", changed.header("ETag"));
    assertEquals("A", changed.json().get("shortName").textValue());
    assertEquals("Acme", changed.json().get("name").textValue());
    assertEquals(200, api.patch(PARTIES + "/1", patch, "If-Match", "*").status());
    assertEquals(428, api.send("DELETE", PARTIES + "/1", (String) null).status());
  }

  @Test
  void aMergePatchRemovesByNullAndKeepsTheRest() {
    api.post(
        PARTIES,
        "{\"kind\":\"ORGANISATION\",\"name\":\"Acme\",\"web\":\"acme.example\",\"tags\":[\"a\"],"
            + "\"custom\":{\"size\":1.50,\"colour\":\"red\"}}");

    Api.Answer changed =
        api.send(
            "PATCH",
            PARTIES + "/1",
            "{\"web\":null,\"custom\":{\"colour\":null,\"shape\":\"round\"},\"revision\":7}"
                .getBytes(StandardCharsets.UTF_8),
            "application/merge-patch+json",
            "If-Match",
            "*");

    assertEquals(200, changed.status(), changed.text());
    assertTrue(changed.json().get("web").isNull());
    assertEquals("a", changed.json().get("tags").get(0).textValue());
    assertFalse(changed.json().get("custom").has("colour"));
    assertEquals("round", changed.json().get("custom").get("shape").textValue());
  }

  @Test
  void aPatchNamesUnknownMembersAndWrongTypes() {
    api.post(PARTIES, ACME);

    assertEquals(
        "nmae:unknown", api.patch(PARTIES + "/1", "{\"nmae\":\"x\"}", "If-Match", "*").error());
    assertEquals(
        "rating:number", api.patch(PARTIES + "/1", "{\"rating\":\"x\"}", "If-Match", "*").error());
    assertEquals(
        "status:choice", api.patch(PARTIES + "/1", "{\"status\":\"x\"}", "If-Match", "*").error());
    assertEquals(422, api.patch(PARTIES + "/1", "[]", "If-Match", "*").status());
  }

  @Test
  void statusIsChangedAlong() {
    Api.Answer created =
        api.post(PARTIES, "{\"kind\":\"ORGANISATION\",\"name\":\"Acme\",\"status\":\"ACTIVE\"}");
    assertEquals("ACTIVE", created.json().get("status").textValue());

    Api.Answer barred =
        api.patch(
            PARTIES + "/1",
            "{\"name\":\"Acme Ltd\",\"status\":\"BARRED\",\"statusReason\":\"fraud\"}",
            "If-Match",
            created.header("ETag"));

    assertEquals(200, barred.status(), barred.text());
    assertEquals("BARRED", barred.json().get("status").textValue());
    assertEquals("Acme Ltd", barred.json().get("name").textValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"ORGANISATION\",\"nmae\":\"x\"}|nmae:unknown",
        "{\"kind\":\"FIRM\",\"name\":\"x\"}|kind:choice",
        "{\"name\":5}|name:text",
        "{\"name\":[]}|name:text",
        "{\"identifiers\":{}}|identifiers:list",
        "{\"identifiers\":[null]}|identifiers[0]:required",
        "{\"identifiers\":[{\"type\":\"LEI\",\"valeu\":\"1\"}]}|identifiers[0].valeu:unknown",
        "{\"addresses\":[{\"city\":\"x\"},{\"city\":{}}]}|addresses[1].city:text",
        "{\"ownerId\":\"abc\"}|ownerId:id",
        "{\"paymentTermDays\":1.5}|paymentTermDays:number",
        "{\"person\":[]}|person:object",
        "{}|name:required",
        "[]|:object",
        "null|:object"
      })
  void wrongInputIsNamedByField(String json, String error) {
    Api.Answer answer = api.post(PARTIES, json);

    assertEquals(422, answer.status(), answer.text());
    assertEquals(error, answer.error(), answer.text());
    assertEquals("application/problem+json", answer.header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":",
        "{name:1}",
        "{\"name\":\"a\"} x",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "hello",
        "{\"name\":\"\u0001\"}"
      })
  void brokenJsonIsRefused(String json) {
    Api.Answer answer = api.post(PARTIES, json);

    assertEquals(400, answer.status(), answer.text());
    assertEquals("urn:kartoteka:problem:broken-json", answer.json().get("type").textValue());
  }

  @Test
  void aNumberOrANestingBeyondTheLimitsIsCalledThat() {
    for (String json :
        List.of(
            "{\"rating\":" + "9".repeat(5000) + "}",
            "{\"custom\":{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}}")) {
      Api.Answer answer = api.post(PARTIES, json);

      assertEquals(400, answer.status(), answer.text());
      assertEquals(
          "urn:kartoteka:problem:json-beyond-limits", answer.json().get("type").textValue());
    }
  }

  @Test
  void emojiAndAByteOrderMarkAreNoTrouble() {
    String json =
        "\ufeff{\"kind\":\"ORGANISATION\",\"name\":\"\\ud83d\\ude00\","
            + "\"custom\":{\"\\ud83d\\ude00\":1}}";

    Api.Answer answer = api.post(PARTIES, json);

    assertEquals(201, answer.status(), answer.text());
    assertEquals("😀", answer.json().get("name").textValue());
    assertTrue(answer.json().get("custom").has("😀"));
  }

  @Test
  void invalidUtf8AndEndlessNestingAreBrokenJson() {
    byte[] invalid = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

    assertEquals(400, api.send("POST", PARTIES, invalid, "application/json").status());
    assertEquals(400, api.post(PARTIES, "{\"custom\":{\"a\":" + "[".repeat(100_000)).status());
    assertEquals(
        400,
        api.patch(
                PARTIES + "/1",
                "{\"custom\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101),
                "If-Match",
                "*")
            .status());
  }

  @Test
  void whoCollidedWithSomebodyElseIsToldToTryAgain() {
    Api.Answer answer = api.post(PARTIES, ACME.replace("Acme", "collision"));

    assertEquals(503, answer.status(), answer.text());
    assertEquals("1", answer.header("Retry-After"));
    assertEquals("urn:kartoteka:problem:collided", answer.json().get("type").textValue());
    assertTrue(answer.text().contains("Nic nie zostało zapisane"), answer.text());
  }

  @Test
  void protocolMistakesAreProblems() {
    assertEquals(404, api.get("/api/v1/nothing").status());
    assertEquals(404, api.get("/api/v2/parties").status());
    assertEquals(404, api.get("/api/v1").status());
    assertEquals(404, api.get("/api").status());
    assertEquals(
        "Nie ma takiego rekordu albo nie masz do niego dostępu: rekord abc.",
        api.get(PARTIES + "/abc", "Accept-Language", "pl").json().path("detail").textValue());
    assertEquals(404, api.get(PARTIES + "/99").status());
    assertEquals(404, api.get(PARTIES + "/%20").status());
    assertEquals(404, api.get(PARTIES + "/%E2%80%A8").status());
    assertEquals(200, api.get(PARTIES + "?status=&kind=&limit=").status());
    assertEquals(404, api.get(PARTIES + "/-1").status());
    assertEquals(404, api.get(PARTIES + "/99999999999999999999").status());
    Api.Answer wrongMethod = api.send("PUT", PARTIES, ACME);
    assertEquals(405, wrongMethod.status());
    assertTrue(wrongMethod.header("Allow").contains("POST"), wrongMethod.header("Allow"));
    assertEquals(415, api.send("POST", PARTIES, ACME, "Content-Type", "text/plain").status());
    assertEquals(
        415,
        api.send("POST", PARTIES, ACME, "Content-Type", "application/x-www-form-urlencoded")
            .status());
    assertEquals(415, api.post(PARTIES, ACME, "Content-Encoding", "gzip").status());
    assertEquals(406, api.get(PARTIES, "Accept", "text/html").status());
    assertEquals(400, api.post(PARTIES, "").status());
    assertEquals(400, api.send("POST", PARTIES, (String) null).status());
    assertEquals(413, api.post(PARTIES, " ".repeat(5 << 20)).status());
    for (Api.Answer answer :
        new Api.Answer[] {wrongMethod, api.get("/api/v1/nothing"), api.post(PARTIES, "")}) {
      assertEquals("application/problem+json", answer.header("Content-Type"));
      assertEquals(answer.status(), answer.json().get("status").intValue());
      assertNotNull(answer.json().get("title").textValue());
      assertEquals(answer.header("X-Correlation-Id"), answer.json().get("correlation").textValue());
    }
  }

  @Test
  void aNoteNeedsNoMoreThanItsText() {
    Api.Answer note = api.post("/api/v1/parties/1/notes", "{\"text\":\"hello\"}");

    assertEquals(201, note.status(), note.text());
    assertFalse(note.json().get("pinned").booleanValue());
    assertTrue(note.header("Location").endsWith("/api/v1/notes/1"));
    assertEquals(
        "partyId:contradicts",
        api.post("/api/v1/parties/1/notes", "{\"text\":\"x\",\"partyId\":\"2\"}").error());
  }

  @Test
  void optionsTellTheMethods() {
    Api.Answer answer = api.send("OPTIONS", PARTIES, (String) null);

    assertEquals(200, answer.status());
    assertTrue(answer.header("Allow").contains("POST"));
  }

  @Test
  void refusalsHaveTheirStatus() {
    api.post(PARTIES, ACME);
    api.post(PARTIES, "{\"kind\":\"ORGANISATION\",\"name\":\"forbidden\"}");

    assertEquals(409, api.send("DELETE", PARTIES + "/1", (String) null, "If-Match", "*").status());
    assertEquals(403, api.send("DELETE", PARTIES + "/2", (String) null, "If-Match", "*").status());
  }

  @Test
  void theUnexpectedTellsNoSecrets() {
    Api.Answer answer =
        api.post(
            PARTIES,
            "{\"kind\":\"ORGANISATION\",\"name\":\"boom\"}",
            "X-Correlation-Id",
            "mine-7",
            "Accept-Language",
            "en");

    assertEquals(500, answer.status());
    assertEquals("mine-7", answer.json().get("correlation").textValue());
    assertEquals("mine-7", answer.header("X-Correlation-Id"));
    assertFalse(answer.text().contains("secret"), answer.text());
    assertFalse(answer.text().contains("Exception"), answer.text());
  }

  @Test
  void problemsSpeakTheCallersLanguage() {
    assertTrue(api.get(PARTIES + "/9").text().contains("Nie ma takiego rekordu"));
    assertTrue(
        api.get(PARTIES + "/9", "Accept-Language", "xx, bg;q=0.9, en;q=0.5")
            .text()
            .contains("Няма такъв запис"));
    assertTrue(
        api.get(PARTIES + "/9", "Accept-Language", "ru-RU").text().contains("Такой записи нет"));
    assertTrue(api.get(PARTIES + "/9", "Accept-Language", "en").text().contains("no such record"));
    assertTrue(api.get(PARTIES, "Nobody", "", "Accept-Language", "ru").text().contains("Войдите"));
  }

  @Test
  void nobodyGetsInWithoutSigningIn() {
    Api.Answer nobody = api.get(PARTIES, "Nobody", "");

    assertEquals(401, nobody.status());
    assertTrue(nobody.header("WWW-Authenticate").startsWith("Basic"));
    assertEquals(401, api.get(PARTIES, "Authorization", "Basic " + Api.base64("anna:no")).status());
    assertEquals(401, api.get(PARTIES, "Authorization", "Basic !!!").status());
    assertEquals(401, api.get(PARTIES, "Authorization", "Bearer wrong").status());
    assertEquals(401, api.get(PARTIES, "Authorization", "Digest x").status());
    assertEquals(401, api.get("/api/v1/health/details", "Nobody", "").status());
    assertEquals(200, api.get(PARTIES, "Authorization", "Bearer t0ken").status());
    assertEquals(200, api.get(PARTIES, "Authorization", "bearer t0ken").status());
    Api.Answer throttled = api.get(PARTIES, "Authorization", "Basic " + Api.base64("throttled:x"));
    assertEquals(429, throttled.status());
    assertEquals("30", throttled.header("Retry-After"));
  }

  @Test
  void aRefusedBodyDoesNotCostTheConnection() {
    for (int i = 0; i < 300; i++) {
      assertEquals(401, api.post(PARTIES, ACME, "Nobody", "").status());
      assertEquals(404, api.post("/api/v1/nothing", ACME).status());
      assertEquals(201, api.post(PARTIES, ACME).status());
    }
  }

  @Test
  void aBrowsersSessionReadsAndChangesOnlyWithAHeader() {
    String cookie = api.get("/sign", "Nobody", "").header("Set-Cookie").split(";")[0];

    assertEquals(200, api.get(PARTIES, "Cookie", cookie).status());
    assertEquals(401, api.post(PARTIES, ACME, "Cookie", cookie).status());
    assertEquals(
        201, api.post(PARTIES, ACME, "Cookie", cookie, "X-Requested-With", "kartoteka").status());
  }

  @Test
  void aTokenForReadingChangesNothing() {
    assertEquals(200, api.get(PARTIES, "Authorization", "Bearer reading").status());
    Api.Answer refused = api.post(PARTIES, ACME, "Authorization", "Bearer reading");
    assertEquals(403, refused.status());
    assertEquals("urn:kartoteka:problem:read-only", refused.json().get("type").asText());
  }

  @Test
  void aTokenThatAsksTooOftenIsToldWhenToAskAgain() {
    Api.Answer refused = api.get(PARTIES, "Authorization", "Bearer busy");

    assertEquals(429, refused.status(), refused.text());
    assertEquals("1", refused.header("Retry-After"));
    assertEquals("urn:kartoteka:problem:too-many-requests", refused.json().get("type").asText());
  }

  @Test
  void healthNeedsNoSignIn() {
    assertEquals(200, api.get("/api/v1/health", "Nobody", "").status());
    assertEquals(200, api.get("/api/v1/health", "Authorization", "Basic x").status());
    api.house.canServe = false;
    assertEquals(503, api.get("/api/v1/health", "Nobody", "").status());
  }

  @Test
  void answersCarrySafetyHeaders() {
    Api.Answer answer = api.get(PARTIES);

    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals("no-store", answer.header("Cache-Control"));
    assertNotNull(answer.header("X-Correlation-Id"));
    Api.Answer insane = api.get(PARTIES, "X-Correlation-Id", "a b\tc");
    assertFalse(insane.header("X-Correlation-Id").contains(" "));
  }

  @Test
  void filesComeAsBodyOrAsForm() {
    String form =
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"zażółć.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nhello\r\n--xyz--\r\n";
    Api.Answer asForm =
        api.send(
            "POST",
            "/api/v1/notes/1/attachments",
            form.getBytes(StandardCharsets.UTF_8),
            "multipart/form-data; boundary=xyz");
    Api.Answer asBody =
        api.send(
            "POST",
            "/api/v1/notes/1/attachments?fileName=b.txt",
            "world".getBytes(StandardCharsets.UTF_8),
            "application/octet-stream");

    assertEquals(201, asForm.status(), asForm.text());
    assertEquals("zażółć.txt", asForm.json().get("name").textValue());
    assertEquals(201, asBody.status(), asBody.text());
    assertEquals("hello", api.get("/api/v1/notes/1/attachments/1").text());
    Api.Answer second = api.get("/api/v1/notes/1/attachments/2");
    assertEquals("world", second.text());
    assertTrue(second.header("Content-Disposition").startsWith("attachment"));
    assertEquals(404, api.get("/api/v1/notes/1/attachments/3").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "--xyz\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhel",
        "--xyz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--xyz--\r\n"
      })
  void brokenFormsAreRefused(String form) {
    Api.Answer answer =
        api.send(
            "POST",
            "/api/v1/notes/1/attachments",
            form.getBytes(StandardCharsets.UTF_8),
            "multipart/form-data; boundary=xyz");

    assertTrue(answer.status() == 400 || answer.status() == 422, answer.text());
  }
}
