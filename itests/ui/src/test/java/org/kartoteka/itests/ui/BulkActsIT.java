package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/** What is done to all that a filter finds is seen before, watched, and can be undone. */
@OnProduct
class BulkActsIT {

  private final Product product;
  private final Api api;

  BulkActsIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void a_whole_filter_is_tagged_and_the_tag_is_taken_back(Browser.Windows windows) {
    party("Bulky One", "autumn");
    party("Bulky Two", "spring");
    party("Bulky Three", "spring");
    Window window = windows.open(product.address()).signIn().go("parties?query=Bulky");

    window.at("vaadin-grid-cell-content vaadin-checkbox:not([hidden])").first().click();
    window.click("#party-select-all").at("#party-selected", "3").waitFor();
    window.click("#party-bulk-TAG");
    window.at("#bulk-form-tags input").fill("autumn");
    window.at("#bulk-form-tags input").press("Enter");
    window.click("#bulk-form-save");
    window.at("#bulk-preview", "3").waitFor();
    assertEquals(
        Map.of("Bulky One", "autumn", "Bulky Two", "spring", "Bulky Three", "spring"), tags());

    window.click("#bulk-form-save");
    window.at("#bulk-undo").waitFor();
    assertEquals(
        Map.of("Bulky One", "autumn", "Bulky Two", "autumn spring", "Bulky Three", "autumn spring"),
        tags());

    window.click("#bulk-undo");
    window.at("#bulk-undo").waitFor(Hidden.OPTIONS);
    window.at("#bulk-close:not([disabled])").waitFor();
    assertEquals(
        Map.of("Bulky One", "autumn", "Bulky Two", "spring", "Bulky Three", "spring"), tags());
    window.click("#bulk-close");
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_field_is_set_on_a_whole_filter_and_put_back_once_it_is_not_archived(
      Browser.Windows windows) {
    String field = field("bulk_rack", "Rack");
    for (String rack : List.of("A", "B")) {
      api.post(
              "parties",
              Map.of("kind", "ORGANISATION", "name", "Racked " + rack, "custom", rack(rack)))
          .expect(201);
    }
    Window window = windows.open(product.address()).signIn().go("parties?query=Racked");

    window.at("vaadin-grid-cell-content vaadin-checkbox:not([hidden])").first().click();
    window.click("#party-select-all").at("#party-selected", "2").waitFor();
    window.click("#party-bulk-FIELD");
    window.at("#bulk-form-field input").fill("Rack");
    window.at("vaadin-combo-box-item", "Rack").first().click();
    window.fill("#bulk-form-custom-bulk_rack", "B").click("#bulk-form-save");
    window.at("#bulk-preview", "2").waitFor();
    window.click("#bulk-form-save").at("#bulk-undo").waitFor();
    assertEquals(Map.of("Racked A", "B", "Racked B", "B"), racks());

    api.patch("custom-fields/" + field, Map.of("archived", true)).expect(200);
    window.click("#bulk-undo").at("vaadin-notification-card", "Rack").waitFor();
    assertEquals(Map.of("Racked A", "B", "Racked B", "B"), racks());

    api.patch("custom-fields/" + field, Map.of("archived", false)).expect(200);
    window.click("#bulk-undo").at("#bulk-undo").waitFor(Hidden.OPTIONS);
    window.at("#bulk-close:not([disabled])").waitFor();
    assertEquals(Map.of("Racked A", "A", "Racked B", "B"), racks());
    assertEquals(List.of(), window.troubles());
  }

  private String field(String name, String label) {
    return api.post(
            "custom-fields",
            Map.of(
                "recordType", "party", "name", name, "labels", Map.of("en", label), "type", "TEXT"))
        .expect(201)
        .id();
  }

  private static Map<String, String> rack(String value) {
    return Map.of("bulk_rack", value);
  }

  /** The rack of each. */
  private Map<String, String> racks() {
    Map<String, String> racks = new TreeMap<>();
    api.get("parties?query=Racked")
        .expect(200)
        .json()
        .path("items")
        .forEach(
            party ->
                racks.put(party.path("name").asText(), party.at("/custom/bulk_rack").asText()));
    return racks;
  }

  private void party(String name, String tag) {
    api.post("parties", Map.of("kind", "ORGANISATION", "name", name, "tags", List.of(tag)))
        .expect(201);
  }

  /** The tags of each, in alphabetical order. */
  private Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    api.get("parties?query=Bulky")
        .expect(200)
        .json()
        .path("items")
        .forEach(
            party -> {
              List<String> all = new ArrayList<>();
              party.path("tags").forEach(tag -> all.add(tag.asText()));
              tags.put(
                  party.path("name").asText(), String.join(" ", all.stream().sorted().toList()));
            });
    return tags;
  }
}
