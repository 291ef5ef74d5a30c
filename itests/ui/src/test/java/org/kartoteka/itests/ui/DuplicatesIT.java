package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** Cards that are there twice: a warning while typing, one card of two, and the way back. */
@OnProduct
class DuplicatesIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final Product product;
  private final Api api;

  DuplicatesIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void who_types_a_name_that_is_there_is_told(Browser.Windows windows) {
    String id = party("Zakład Budowy Wagonów sp. z o.o.", "+48717001122");
    Waiting.until("the card compared", SOON, () -> waiting() == 0);
    Window window = windows.open(product.address()).signIn().go("parties");
    window.click("#party-new");

    window.fill("#party-form-name", "Zaklad Budowy Wagonow");

    window.at("#similar-" + id, "Zakład Budowy Wagonów").waitFor();
    assertEquals("Zaklad Budowy Wagonow", window.valueOf("#party-form-name"));
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void who_edits_a_card_so_that_it_looks_like_another_is_told(Browser.Windows windows) {
    String there = party("Walcownia Blach Edycja", "+48717009911");
    String edited = party("Huta Przed Edycją", "+48717009912");
    Waiting.until("the cards compared", SOON, () -> waiting() == 0);
    Window window = windows.open(product.address()).signIn().go("parties/" + edited);
    window.click("#party-edit");
    window.at("#party-form").waitFor();
    assertEquals(0, window.at("#similar-cards").count(), "nothing was changed yet");

    window.fill("#party-form-name", "Walcownia Blach Edycja");

    window.at("#similar-" + there, "Walcownia Blach Edycja").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void two_cards_become_one_and_two_again(Browser.Windows windows) {
    String survivor = party("Odlewnia Merge S.A.", "+48717003344");
    String merged = party("Odlewnia Merge Spółka Akcyjna", "+48717003344");
    api.post("parties/" + merged + "/notes", Map.of("text", "Written before")).expect(201);
    Window window = windows.open(product.address()).signIn();
    window.go("duplicates/merge?party=" + survivor + "&party=" + merged);
    window.at("#merge-moves", "1").waitFor();

    window.click("#merge-now");

    window.at("#merged-banner", "Odlewnia Merge Spółka Akcyjna").waitFor();
    assertEquals(
        1, api.get("parties/" + survivor + "/notes").expect(200).json().path("items").size());

    window.at("[id^=merge-undo-]").click();

    Waiting.until(
        "the note back on its card",
        SOON,
        () ->
            api.get("parties/" + merged + "/notes").status() == 200
                && api.get("parties/" + merged + "/notes").json().path("items").size() == 1);
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void who_types_a_person_that_is_there_is_told(Browser.Windows windows) {
    String party = party("Drukarnia Duplikat", "+48717005566");
    String person = person(party, "Żaneta", "Podwójnicka");
    Waiting.until("the person compared", SOON, () -> waiting() == 0);
    Window window = windows.open(product.address()).signIn().go("persons");
    window.click("#person-new");

    window.fill("#person-form-firstName", "Zaneta");
    window.fill("#person-form-lastName", "Podwojnicka");
    window.at("#person-form-partyId input").fill("Drukarnia Duplikat");
    window.at("vaadin-combo-box-item", "Drukarnia Duplikat").click();

    window.at("#similar-" + person, "Żaneta Podwójnicka").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void two_persons_of_one_party_are_a_pair_and_become_one(Browser.Windows windows) {
    String party = party("Introligatornia Duplikat", "+48717007788");
    String first = person(party, "Nadezhda", "Dvoinaya");
    String second = person(party, "Надежда", "Двойная");
    Waiting.until("both compared", SOON, () -> waiting() == 0);
    Window window = windows.open(product.address()).signIn().go("duplicates?kind=person");

    window.click("#duplicate-merge-" + first + "-" + second);
    window.click("#merge-now");

    window.at("#merged-banner", "Надежда Двойная").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_whole_import_is_undone(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("import?type=party");
    window
        .at("#import-upload input[type=file]")
        .setInputFiles(
            new FilePayload(
                "undone.csv",
                "text/csv",
                "Name;City\nUndone One Ltd;Opole\nUndone Two Ltd;Opole\n"
                    .getBytes(StandardCharsets.UTF_8)));
    window.at("#import-mapping").waitFor();
    window.click("#import-start");
    window.at("#import-count-CREATED", "2").waitFor();
    assertEquals(2, api.get("parties?query=Undone").json().path("items").size());

    window.click("#import-undo");
    window.click("#import-undo-dialog-yes");

    Waiting.until(
        "nothing of the import left",
        SOON,
        () -> api.get("parties?query=Undone").json().path("items").size() == 0);
    assertEquals(List.of(), window.troubles());
  }

  private long waiting() {
    JsonNode progress = api.get("duplicates/progress").expect(200).json();
    return progress.path("waiting").asLong() + progress.path("waitingPersons").asLong();
  }

  private String person(String party, String firstName, String lastName) {
    return api.post(
            "persons", Map.of("partyId", party, "firstName", firstName, "lastName", lastName))
        .expect(201)
        .id();
  }

  private String party(String name, String phone) {
    return api.post(
            "parties",
            Map.of(
                "kind",
                "ORGANISATION",
                "name",
                name,
                "phones",
                List.of(Map.of("kind", "OFFICE", "value", phone))))
        .expect(201)
        .id();
  }
}
