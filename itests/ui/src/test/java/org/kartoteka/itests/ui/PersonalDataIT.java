package org.kartoteka.itests.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Database;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** What data are processed for, how long they are kept, and what proves a consent. */
@OnProduct
class PersonalDataIT {

  private final Product product;
  private final Api api;

  PersonalDataIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void a_purpose_is_added_with_its_legal_basis_and_ended(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("personal-data/purposes");
    window.click("#purpose-new");
    window.fill("#purpose-form-name", "a-fair");
    window.fill("#purpose-form-description", "Invitations to trade fairs");
    window.at("#purpose-form-basis vaadin-radio-button", "Art. 6(1)(a)").click();
    window.click("#purpose-form-save");
    window.at("#purpose-end-a-fair").waitFor();
    assertEquals("CONSENT", purpose("a-fair").path("basis").asText());

    window.click("#purpose-end-a-fair");
    window.click("#purpose-end-yes");

    window.at("#purpose-again-a-fair").waitFor();
    assertEquals(true, purpose("a-fair").path("archived").asBoolean());
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_kind_of_data_gets_a_time_to_be_kept(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("personal-data/rules");
    window.click("[id='retention-set-core.note']");
    window.fill("#retention-form-months", "66").click("#retention-form-save");

    window.at("#retention-rules", "66 months").waitFor();
    window.go("personal-data");
    window.at("#retention-reviews").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void what_is_due_is_kept_until_a_day_or_erased_and_why(Browser.Windows windows) {
    String party =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Long Ago Ltd"))
            .expect(201)
            .id();
    String kept = note(party, "Kept for the lawsuit");
    String erased = note(party, "Erased for good");
    try (Database database = new Database(product)) {
      database.rows(
          "update core.note set written_at = written_at - interval '9 years' where id in (?, ?)"
              + " returning id",
          Long.valueOf(kept),
          Long.valueOf(erased));
    }
    api.put("retention-rules/core.note", Map.of("months", 84)).expect(200);
    Waiting.until(
        "the list of what is due",
        Duration.ofMinutes(1),
        () -> api.get("retention-reviews?kind=core.note").json().path("items").size() == 2);

    Window window = windows.open(product.address()).signIn().go("personal-data");
    select(window, "Kept for the lawsuit");
    window.click("#retention-keep");
    window
        .fill("#retention-decision-form-reason", "A lawsuit")
        .click("#retention-decision-form-save");
    window.at("#retention-decision-form-until[invalid]").waitFor();
    window
        .fill("#retention-decision-form-until", "1/31/2031")
        .click("#retention-decision-form-save");
    window.at("#retention-decision-form").waitFor(Hidden.OPTIONS);
    select(window, "Erased for good");
    window.click("#retention-erase");
    window.fill("#retention-decision-form-reason", "Nobody needs it");
    window.click("#retention-decision-form-save");
    window.at("#retention-decision-form").waitFor(Hidden.OPTIONS);

    api.get("notes/" + kept).expect(200);
    api.get("notes/" + erased).expect(404);
    assertEquals(List.of(), window.troubles());
  }

  private static void select(Window window, String record) {
    window.at("vaadin-grid-cell-content", record).first().waitFor();
    window.at("vaadin-grid-cell-content vaadin-checkbox:not([hidden])").first().click();
  }

  private String note(String party, String text) {
    return api.post("parties/" + party + "/notes", Map.of("text", text)).expect(201).id();
  }

  @Test
  void a_file_proves_a_consent(Browser.Windows windows) {
    String party =
        api.post(
                "parties",
                Map.of(
                    "kind",
                    "NATURAL_PERSON",
                    "person",
                    Map.of("firstName", "Proven", "lastName", "Consent")))
            .expect(201)
            .id();
    String person = api.get("parties/" + party + "/persons").json().at("/items/0/id").asText();
    String consent =
        api.post(
                "personal-data/persons/" + person + "/consents",
                Map.of("purpose", "marketing", "textVersion", "1", "source", "a form"))
            .expect(201)
            .id();
    api.form(
            "personal-data/persons/" + person + "/consents/" + consent + "/proofs",
            "signed.txt",
            "signed".getBytes(UTF_8),
            Map.of())
        .expect(201);

    Window window =
        windows.open(product.address()).signIn().go("parties/" + party + "?tab=personal-data");

    window.at("#privacy-consents a", "signed.txt").waitFor();
    window.at("#privacy-prove-" + consent).waitFor();
    assertEquals(List.of(), window.troubles());
  }

  private JsonNode purpose(String name) {
    for (JsonNode one : api.get("personal-data/purposes").expect(200).json().path("items")) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no purpose " + name);
  }
}
