package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** What people do all day: bring in a list, find, open, edit, write notes. */
@OnProduct
class RegisterIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String LIST =
      """
      Name;City;Country;Phone;E-mail;NIP
      Zażółć Gęślą Jaźń S.A.;Kraków;PL;+48 12 345 67 89;biuro@zazolc.example;5260250274
      Българска роза АД;София;BG;+359 2 123 4567;roza@example.org;
      Ромашка ООО;Москва;RU;+7 495 123-45-67;info@romashka.example;
      Broken Number Ltd;London;GB;;broken@example.org;1234567890
      ;Nowhere;PL;;;
      """;

  private final Product product;
  private final Api api;

  RegisterIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void a_list_of_firms_is_imported_and_found(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("import?type=party");
    window
        .at("#import-upload input[type=file]")
        .setInputFiles(
            new FilePayload("firms.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
    window.at("#import-mapping").waitFor();
    window.click("#import-try");
    window.at("#import-outcome").waitFor();
    assertEquals(
        0, api.get("parties?query=roza@example.org").expect(200).json().path("items").size());
    window.at("#import-start:visible").click();
    window.at("#import-back").waitFor();
    window.at("#import-count-CREATED", "3").waitFor();
    Waiting.until(
        "the imported firms",
        SOON,
        () -> api.get("parties?query=zazolc").json().path("items").size() == 1);

    window.go("parties?query=zazolc");
    window.at("a.kt-row-link", "Zażółć").first().click();

    window.at("#party-name", "Zażółć Gęślą Jaźń S.A.").waitFor();
    assertEquals(1, api.get("parties?query=Romashka").json().path("items").size());
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void refused_rows_say_why_and_can_be_taken_home(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("import?type=party");
    window
        .at("#import-upload input[type=file]")
        .setInputFiles(
            new FilePayload(
                "refused.csv",
                "text/csv",
                "Name;NIP\nGood One Ltd;\nWrong Number Ltd;1234567890\n"
                    .getBytes(StandardCharsets.UTF_8)));
    window.at("#import-mapping").waitFor();

    window.click("#import-start");
    window.at("#import-count-REFUSED", "1").waitFor();
    window.at("#import-outcome-REFUSED").click();

    window.at("vaadin-grid-cell-content", "NIP").first().waitFor();
    Download refused =
        window.page().waitForDownload(() -> window.at("#import-refused-download").click());
    assertTrue(refused.suggestedFilename().endsWith(".csv"), refused.suggestedFilename());
    assertEquals(1, api.get("parties?query=Good+One").json().path("items").size());
    assertEquals(0, api.get("parties?query=Wrong+Number").json().path("items").size());
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_card_is_edited_and_a_note_is_written(Browser.Windows windows) {
    String id = party("Card to edit");
    Window window = windows.open(product.address()).signIn().go("parties/" + id);
    window.at("#party-name", "Card to edit").waitFor();

    window.click("#party-edit");
    window.fill("#party-form-shortName", "Edited").click("#party-form-save");
    window.at("#party-form").waitFor(Hidden.OPTIONS);

    assertEquals("Edited", api.get("parties/" + id).json().path("shortName").asText());

    window.click("#tab-notes");
    window.fill("#note-text", "Called, wants an offer").click("#note-write");
    window.at("#notes", "Called, wants an offer").waitFor();

    assertTrue(
        api.get("parties/" + id + "/notes").expect(200).body().contains("Called, wants an offer"));
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void an_error_stands_at_its_field_and_nothing_is_lost(Browser.Windows windows) {
    String id = party("Card with an error");
    Window window = windows.open(product.address()).signIn().go("parties/" + id);
    window.click("#party-edit");

    window.fill("#party-form-shortName", "Typed before").fill("#party-form-name", " ");
    window.click("#party-form-save");

    window.at("#party-form-name[invalid]").waitFor();
    assertEquals("Typed before", window.valueOf("#party-form-shortName"));
    assertEquals("Card with an error", api.get("parties/" + id).json().path("name").asText());
  }

  @Test
  void a_row_that_is_added_is_ready_to_be_typed_into(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("parties/" + party("Card of rows"));
    window.click("#party-edit");

    window.click("#party-form-phones-add");

    window.at("#party-form-phones-0-kind[focused]").waitFor();
  }

  @Test
  void a_tag_keeps_its_comma_when_another_is_added_on_the_card(Browser.Windows windows) {
    String id = party("Card of tags");
    api.patch("parties/" + id, Map.of("tags", List.of("Ltd, Inc"))).expect(200);
    Window window = windows.open(product.address()).signIn().go("parties/" + id);
    window.click("#inline-tags");
    window.at("#inline-tags-input input").pressSequentially("VIP");
    window.at("#inline-tags-input input").press("Enter");
    window.at("#inline-tags-input input").press("Tab");

    window.click("#inline-tags-save");

    Waiting.until(
        "both tags",
        SOON,
        () ->
            api.get("parties/" + id)
                .json()
                .path("tags")
                .toString()
                .equals("[\"Ltd, Inc\",\"VIP\"]"));
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void an_address_of_nothing_says_so_and_leads_to_the_list(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("parties/98765432");
    window.at("#page-absent", "98765432").waitFor();

    window.click("#page-absent-list");

    window.at("#parties").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_note_of_another_is_not_removed_without_asking(Browser.Windows windows) {
    String password = "Very-long-password-1";
    api.post(
            "users",
            Map.of(
                "name",
                "note.nora",
                "fullName",
                "Nora Note",
                "roles",
                List.of("MANAGER"),
                "password",
                password))
        .expect(201);
    String id = party("Card of her note");
    new Api(product.address(), "note.nora", password)
        .post("parties/" + id + "/notes", Map.of("text", "Hers"))
        .expect(201);
    Window window = windows.open(product.address()).signIn().go("parties/" + id + "?tab=notes");

    window.at("[id^=note-remove-]").click();

    window.at("#note-remove-dialog-yes").waitFor();
    assertTrue(api.get("parties/" + id + "/notes").expect(200).body().contains("Hers"));
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void two_people_change_one_card_and_nothing_is_lost(Browser.Windows windows) {
    String id = party("Card of two");
    Window first = windows.open(product.address()).signIn().go("parties/" + id);
    Window second = windows.open(product.address()).signIn().go("parties/" + id);
    first.click("#party-edit");
    second.click("#party-edit");
    second.at("#party-form-save").waitFor();

    first.fill("#party-form-name", "Name of the first").click("#party-form-save");
    first.at("#party-form").waitFor(Hidden.OPTIONS);
    second
        .fill("#party-form-name", "Name of the second")
        .fill("#party-form-shortName", "Short of the second")
        .click("#party-form-save");

    second.at("#merge-name").waitFor();
    assertTrue(second.at("#merge-name").innerText().contains("Name of the first"));
    assertTrue(second.at("#merge-name").innerText().contains("Name of the second"));
    assertTrue(second.at("#merge-name").innerText().contains("Card of two"));
    second.at("#merge-name vaadin-radio-button", "Name of the first").click();
    second.click("#merge-save");

    Waiting.until(
        "the merged card",
        SOON,
        () -> {
          var party = api.get("parties/" + id).json();
          return party.path("name").asText().equals("Name of the first")
              && party.path("shortName").asText().equals("Short of the second");
        });
  }

  @Test
  void changes_of_different_fields_are_merged_without_asking(Browser.Windows windows) {
    String id = party("Card of two fields");
    Window window = windows.open(product.address()).signIn().go("parties/" + id);
    window.click("#party-edit");
    window.fill("#party-form-shortName", "Mine");
    api.patch("parties/" + id, Map.of("web", "https://theirs.example")).expect(200);

    window.click("#party-form-save");

    Waiting.until(
        "both changes",
        SOON,
        () -> {
          var party = api.get("parties/" + id).json();
          return party.path("shortName").asText().equals("Mine")
              && party.path("web").asText().contains("theirs.example");
        });
  }

  private String party(String name) {
    return api.post("parties", Map.of("kind", "ORGANISATION", "name", name)).expect(201).id();
  }
}
