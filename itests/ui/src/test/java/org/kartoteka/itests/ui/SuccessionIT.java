package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/** Work goes on when somebody leaves for good or for a while. */
@OnProduct
class SuccessionIT {

  private static final String PASSWORD = "four words are enough";

  private final Product product;
  private final Api api;

  SuccessionIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void what_a_leaver_owns_is_handed_over_after_a_preview_and_given_back(Browser.Windows windows) {
    String leaver = user("leaving.lea", "Lea Leaving");
    String heir = user("heir.henry", "Henry Heir");
    String party = party("Orphaned Ltd", leaver);
    Window window = open(windows, "Lea Leaving");

    window.click("#user-handover");
    pick(window, "vaadin-multi-select-combo-box", "handover-form-shares[0]-owners", "Henry Heir");
    window.click("#handover-form-save");
    window.at("#handover-preview", "Henry Heir: 1").waitFor();
    assertEquals(leaver, owner(party), "a preview changes nothing");
    window.click("#handover-form-save");
    window.at("#handover-undo").waitFor();
    assertEquals(heir, owner(party));

    window.click("#handover-undo");
    window.at("#handover-undo").waitFor(Hidden.OPTIONS);
    window.at("#handover-progress vaadin-progress-bar").waitFor(Hidden.OPTIONS);
    assertEquals(leaver, owner(party));
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_deputy_is_told_for_whom_he_stands_in_until_it_is_ended(Browser.Windows windows) {
    user("absent.abe", "Abe Absent");
    user("deputy.dora", "Dora Deputy");
    Window window = open(windows, "Abe Absent");

    window.click("#user-deputies");
    pick(window, "vaadin-combo-box", "deputy-form-deputyId", "Dora Deputy");
    window.click("#deputy-form-save");
    window.at("#deputy-form-until[invalid]").waitFor();
    String today = window.valueOf("#deputy-form-from");
    window.fill("#deputy-form-until", today);
    window.click("#deputy-form-save");
    window.at("#deputies-list", "Dora Deputy").waitFor();
    Window deputy = windows.open(product.address()).signIn("deputy.dora", PASSWORD);
    deputy.at("#standing-in", "Abe Absent").waitFor();

    window.at("#deputies-list vaadin-button").click();
    window.at("#deputies-list", "Dora Deputy").waitFor(Hidden.OPTIONS);
    deputy.go("home").at("#menu").waitFor();
    deputy.at("#standing-in").waitFor(Hidden.OPTIONS);
    assertEquals(List.of(), window.troubles());
    assertEquals(List.of(), deputy.troubles());
  }

  private Window open(Browser.Windows windows, String fullName) {
    Window window = windows.open(product.address()).signIn().go("users");
    window.at("vaadin-grid-cell-content", fullName).first().click();
    window.at("#user-preview", fullName).waitFor();
    return window;
  }

  private static void pick(Window window, String box, String id, String fullName) {
    window.at("[id='" + id + "'] input").fill(fullName);
    window.at(box + "-item", fullName).click();
  }

  private String user(String name, String fullName) {
    return api.post(
            "users",
            Map.of(
                "name",
                name,
                "fullName",
                fullName,
                "roles",
                List.of("SALESPERSON"),
                "password",
                PASSWORD))
        .expect(201)
        .id();
  }

  private String party(String name, String owner) {
    return api.post("parties", Map.of("kind", "ORGANISATION", "name", name, "ownerId", owner))
        .expect(201)
        .id();
  }

  private String owner(String party) {
    return api.get("parties/" + party).expect(200).json().path("ownerId").asText();
  }
}
