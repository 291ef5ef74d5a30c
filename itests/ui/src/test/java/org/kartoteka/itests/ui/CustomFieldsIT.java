package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** A field that an administrator adds is at once where people work. */
@OnProduct
class CustomFieldsIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final Product product;
  private final Api api;

  CustomFieldsIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void a_new_field_is_in_the_form_on_the_card_in_the_list_and_its_filter(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("custom-fields");
    window.at("#custom-new").click();
    window.fill("#custom-form-labels", "Shelf metres");
    window.at("#custom-form-type input").fill("Number");
    window.at("#custom-form-type input").press("Enter");
    window.click("#custom-form-save");
    window.at("#custom-form").waitFor(Hidden.OPTIONS);
    window.at("vaadin-grid-cell-content", "Shelf metres").first().waitFor();
    Waiting.until("the index of the field", SOON, () -> index().equals("READY"));
    window.at("#custom-index-party-shelf_metres").waitFor(Hidden.OPTIONS);

    String few = party("Shelves Few", Map.of());
    party("Shelves Many", Map.of("shelf_metres", "120"));
    party("Shelves Some", Map.of("shelf_metres", "30"));
    party("Shelves Unknown", Map.of());
    window.go("parties/" + few).click("#party-edit");
    window.fill("#party-form-custom-shelf_metres", "7").click("#party-form-save");
    window.at("#party-form").waitFor(Hidden.OPTIONS);
    window.at("#party-card", "Shelf metres").waitFor();

    window.go("parties?query=Shelves");
    window.click("#parties-columns");
    window.click("[id='parties-column-custom.shelf_metres']");
    window.page().keyboard().press("Escape");
    window.at("[id='parties-column-custom.shelf_metres']").waitFor(Hidden.OPTIONS);
    Locator sorter = window.at("vaadin-grid-sorter", "Shelf metres");
    sorter.click();
    shown(window, "Shelves Few", "Shelves Some", "Shelves Many", "Shelves Unknown");
    sorter.click();
    shown(window, "Shelves Many", "Shelves Some", "Shelves Few", "Shelves Unknown");

    window.click("#filter-further");
    window.fill("#filter-form-custom-shelf_metres-from", "10").click("#filter-form-save");
    shown(window, "Shelves Many", "Shelves Some");
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void persons_are_found_by_a_field_of_theirs(Browser.Windows windows) {
    api.post(
            "custom-fields",
            Map.of(
                "recordType",
                "person",
                "name",
                "badge",
                "labels",
                Map.of("en", "Badge"),
                "type",
                "TEXT"))
        .expect(201);
    String firm = party("Badges Ltd", Map.of());
    for (String badge : List.of("red", "blue")) {
      api.post(
              "persons",
              Map.of(
                  "partyId", firm, "lastName", "Badge " + badge, "custom", Map.of("badge", badge)))
          .expect(201);
    }
    Window window = windows.open(product.address()).signIn().go("persons?q=Badge");
    shown(window, "Badge blue", "Badge red");

    window.click("#persons-filter-further");
    window.fill("#person-filter-form-custom-badge-contains", "RED");
    window.click("#person-filter-form-save");

    shown(window, "Badge red");
    window.click("#persons-filter-clear");
    shown(window, "Badge blue", "Badge red");
    assertEquals(List.of(), window.troubles());
  }

  private static void shown(Window window, String... names) {
    Locator rows = window.at("vaadin-grid-cell-content a.kt-row-link[href*='s/']:visible");
    Waiting.until(
        "the list " + List.of(names),
        SOON,
        () ->
            rows.allInnerTexts().stream()
                .filter(text -> !text.equals("Badges Ltd"))
                .toList()
                .equals(List.of(names)));
  }

  private String index() {
    String index = "";
    for (var field : api.get("custom-fields").expect(200).json().path("items")) {
      if (field.path("name").asText().equals("shelf_metres")) {
        index = field.path("index").asText();
      }
    }
    return index;
  }

  private String party(String name, Map<String, String> custom) {
    return api.post("parties", Map.of("kind", "ORGANISATION", "name", name, "custom", custom))
        .expect(201)
        .id();
  }
}
