package org.kartoteka.itests.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Distribution;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;
import org.kartoteka.testing.PostgresFixture;

/**
 * A person who was written wherever the product keeps anything is erased; then the whole database
 * and the folder of attachments are searched, past the product, for its names, e-mails and phones:
 * nothing is left but what the report says was kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Product product;
  private PostgresFixture postgres;
  private Api api;

  @BeforeAll
  void start() {
    postgres = PostgresFixture.create();
    Path folder = Path.of("target/erasure").toAbsolutePath();
    product =
        new Product(Distribution.unpackInto(folder), folder.resolve("data"))
            .with("KARTOTEKA_DB_URL", postgres.url().replaceFirst("\\?.*", ""))
            .with("KARTOTEKA_DB_USER", "postgres")
            .with("KARTOTEKA_DB_PASSWORD", "postgres");
    api = product.start().api();
  }

  @AfterAll
  void stop() {
    product.close();
  }

  /** Somebody, in spellings whose folded form is the same in lower case. */
  private record Somebody(
      String firstName, String lastName, String formerName, String email, String phone) {

    String fullName() {
      return firstName + " " + lastName;
    }

    List<String> traces() {
      String home = phone.substring(3);
      return List.of(
          lastName,
          formerName,
          email,
          home,
          home.replaceAll("(\\d{3})(\\d{3})", "$1 $2 "),
          home.replaceAll("(\\d{3})(\\d{3})", "$1-$2-"));
    }
  }

  @Test
  void a_private_person_leaves_all_bundles_a_stopped_one_too() {
    Somebody feliksa =
        new Somebody(
            "Feliksa",
            "Ostrobramska",
            "Zagrobelna",
            "feliksa.ostrobramska@poczta.example",
            "+48601987654");
    String party = card(feliksa);
    String person = personOf(party);
    known(feliksa, party, person);
    observed(feliksa, party);
    api.patch("features/competitors", Map.of("state", "STOPPED")).expect(200);
    api.patch("parties/" + party, Map.of("shortName", feliksa.lastName())).expect(200);
    Traces traces = new Traces(postgres.dataSource(), feliksa.traces());
    Set<String> before = traces.inTables().keySet();
    assertTrue(before.size() > 30, before::toString);
    assertFalse(traces.inFiles(attachments()).isEmpty());

    Set<String> kept = erased(feliksa, person);

    assertOnlyKept(traces, kept);
    api.patch("features/competitors", Map.of("state", "ACTIVE")).expect(200);
    caughtUp();
    assertOnlyKept(traces, kept);
    assertEquals(
        Set.of(
            "core.bulk_act.order_",
            "core.consent",
            "core.consent.proof",
            "core.export.query",
            "core.party.number"),
        kept);
  }

  @Test
  void a_person_of_a_firm_is_erased_and_the_firm_stays() {
    Somebody barbara =
        new Somebody(
            "Barbara",
            "Kostrubala",
            "Nadobna",
            "barbara.kostrubala@tartak.example",
            "+48602345678");
    String firm =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Tartak Erasure"))
            .expect(201)
            .id();
    String person =
        api.post(
                "persons", body(barbara, Map.of("partyId", firm, "lastName", barbara.formerName())))
            .expect(201)
            .id();
    api.patch("persons/" + person, Map.of("lastName", barbara.lastName())).expect(200);
    known(barbara, firm, person);
    Traces traces = new Traces(postgres.dataSource(), barbara.traces());

    Set<String> kept = erased(barbara, person);

    assertOnlyKept(traces, kept);
    assertEquals(
        "Tartak Erasure", api.get("parties/" + firm).expect(200).json().path("name").asText());
  }

  private String card(Somebody who) {
    api.post(
            "custom-fields",
            Map.of(
                "recordType",
                "party",
                "name",
                "called",
                "labels",
                Map.of("en", "Called"),
                "type",
                "TEXT"))
        .expect(201);
    Map<String, Object> card = new TreeMap<>();
    card.put("kind", "NATURAL_PERSON");
    card.put("person", Map.of("firstName", who.firstName(), "lastName", who.formerName()));
    card.put("emails", List.of(Map.of("kind", "HOME", "value", who.email())));
    card.put("phones", List.of(Map.of("kind", "MOBILE", "value", who.phone())));
    card.put("tags", List.of("erasure"));
    card.put("web", "https://" + who.lastName() + ".example");
    card.put("custom", Map.of("called", who.fullName()));
    String party =
        api.send(
                api.request("parties")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "card-" + who.lastName())
                    .POST(BodyPublishers.ofString(json(card))))
            .expect(201)
            .id();
    api.patch(
            "parties/" + party,
            Map.of("person", Map.of("firstName", who.firstName(), "lastName", who.lastName())))
        .expect(200);
    card.put("person", Map.of("firstName", who.firstName(), "lastName", who.lastName()));
    String twin = api.post("parties", card).expect(201).id();
    api.post("notes", Map.of("partyId", twin, "text", "Twin of " + who.fullName())).expect(201);
    api.post("merges", Map.of("survivor", party, "merged", List.of(twin))).expect(201);
    return party;
  }

  private static Map<String, Object> body(Somebody who, Map<String, Object> rest) {
    Map<String, Object> body = new TreeMap<>(rest);
    body.put("firstName", who.firstName());
    body.put("emails", List.of(Map.of("kind", "WORK", "value", who.email())));
    body.put("phones", List.of(Map.of("kind", "MOBILE", "value", who.phone())));
    body.put("remarks", "Known as " + who.fullName());
    return body;
  }

  private String personOf(String party) {
    return api.get("parties/" + party + "/persons").expect(200).json().at("/items/0/id").asText();
  }

  /** What the register and the platform remember of people who are worked with. */
  private void known(Somebody who, String party, String person) {
    notes(who, party, person);
    imports(who);
    api.post(
            "exports",
            Map.of(
                "type",
                "party",
                "query",
                Map.of("filter", Map.of("query", List.of(who.fullName())))))
        .expect(201);
    api.post(
            "bulk-acts",
            Map.of(
                "verb",
                "TAG",
                "filter",
                Map.of("query", who.lastName()),
                "tags",
                List.of("called")))
        .expect(201);
    api.post("admissions", Map.of("partyId", party, "question", "Is this " + who.fullName() + "?"));
    api.post(
            "personal-data/persons/" + person + "/consents",
            Map.of(
                "purpose",
                "marketing",
                "textVersion",
                "1",
                "source",
                "mail",
                "proof",
                "mail from " + who.email()))
        .expect(201);
    api.send(
            api.request("personal-data/persons/" + person + "/restriction")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json(Map.of("reason", who.fullName() + " disputes")))))
        .expect(200);
    api.get("personal-data/persons/" + person).expect(200);
    api.get("personal-data/persons/" + person + "/file").expect(200);
  }

  private void notes(Somebody who, String party, String person) {
    String note =
        api.post(
                "notes",
                Map.of("partyId", party, "personId", person, "text", "Call " + who.fullName()))
            .expect(201)
            .id();
    attach(note, who, "in the database");
    postgres.execute(
        "insert into platform.setting values ('platform.attachment-store', 'folder', now(), 'test')"
            + " on conflict do nothing");
    Waiting.until(
        "attachments in the folder",
        PATIENCE,
        () -> {
          attach(note, who, "at " + System.nanoTime());
          return !new Traces(postgres.dataSource(), who.traces()).inFiles(attachments()).isEmpty();
        });
    String removed =
        api.post(
                "notes",
                Map.of("partyId", party, "personId", person, "text", who.fullName() + " was here"))
            .expect(201)
            .id();
    api.delete("notes/" + removed).expect(204);
  }

  private void attach(String note, Somebody who, String words) {
    api.form(
            "notes/" + note + "/attachments",
            who.lastName() + ".txt",
            (who.fullName() + ", " + who.phone() + ", " + words).getBytes(UTF_8),
            Map.of())
        .expect(201);
  }

  private Path attachments() {
    return product.data().resolve("attachments");
  }

  /** A file that was only tried, and then changed the card; both have a refused row. */
  private void imports(Somebody who) {
    String row =
        "%s,%s,%s,%s,".formatted(who.firstName(), who.lastName(), who.email(), who.phone());
    String table =
        "firstName,lastName,email,phone,remarks,sex\n"
            + row
            + "imported,\n"
            + row
            + "refused,neither\n";
    for (String trial : List.of("true", "false")) {
      String id =
          api.form(
                  "imports",
                  "people.csv",
                  table.getBytes(UTF_8),
                  Map.of(
                      "type",
                      "person",
                      "dryRun",
                      trial,
                      "options",
                      "{\"mode\":\"UPDATE\",\"matchBy\":[\"email\"]}"))
              .expect(201)
              .id();
      Waiting.until(
          "the end of the import",
          PATIENCE,
          () ->
              !api.get("imports/" + id)
                  .expect(200)
                  .json()
                  .path("state")
                  .asText()
                  .equals("RUNNING"));
      assertEquals(1, api.get("imports/" + id).json().path("updated").asInt());
      assertEquals(1, api.get("imports/" + id).json().path("refused").asInt());
    }
  }

  /** What a feature bundle knows: a competitor, and a customer of competitors. */
  private void observed(Somebody who, String party) {
    api.post("competitors", Map.of("partyId", party, "strengths", who.fullName() + " is near"))
        .expect(201);
    api.post(
            "competitors/" + party + "/strategy-changes",
            Map.of(
                "kind",
                "PRICE",
                "date",
                "2026-11-01",
                "title",
                who.fullName() + " gets cheap",
                "source",
                who.email()))
        .expect(201);
    String rival = api.post("competitors", Map.of("name", "Rival of erasure")).expect(201).id();
    String product =
        api.post("competitors/" + rival + "/products", Map.of("name", "Rival 500"))
            .expect(201)
            .id();
    api.post("competitors/watches", Map.of("partyId", party));
    api.post(
            "competitors/price-observations",
            Map.of(
                "productId",
                product,
                "date",
                "2026-11-01",
                "price",
                Map.of("amount", "10.00", "currency", "PLN"),
                "customerId",
                party,
                "source",
                "told by " + who.fullName(),
                "note",
                who.phone()))
        .expect(201);
    api.post(
            "competitors/presences",
            Map.of(
                "competitorId",
                rival,
                "customerId",
                party,
                "certainty",
                "CONFIRMED",
                "note",
                who.fullName()))
        .expect(201);
    caughtUp();
  }

  private void caughtUp() {
    Waiting.until(
        "events to be followed",
        PATIENCE,
        () -> {
          List<Long> waiting = new ArrayList<>();
          api.get("journal/subscriptions")
              .expect(200)
              .json()
              .path("items")
              .forEach(one -> waiting.add(one.path("waiting").asLong()));
          return waiting.stream().allMatch(n -> n == 0);
        });
  }

  /** Erases, and tells where the report says that something is kept. */
  private Set<String> erased(Somebody who, String person) {
    Answer answer =
        api.post(
                "personal-data/persons/" + person + "/erasure",
                Map.of("reason", "Letter of " + who.fullName() + ", 2 November"))
            .expect(200);
    Set<String> kept = new TreeSet<>();
    answer
        .json()
        .path("data")
        .forEach(
            one -> {
              if (one.path("kept").asLong() > 0) {
                kept.add(one.path("place").asText());
              }
            });
    return kept;
  }

  private void assertOnlyKept(Traces traces, Set<String> kept) {
    Map<String, String> found = traces.inTables();
    found.keySet().removeIf(place -> kept.stream().anyMatch(place::startsWith));
    assertEquals(Map.of(), found, "kept: " + kept);
    if (!kept.contains("attachments")) {
      assertEquals(List.of(), traces.inFiles(attachments()));
    }
  }

  private static String json(Map<String, ?> body) {
    try {
      return new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
