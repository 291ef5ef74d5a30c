package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/** While admissions are required, a new party waits until somebody decides and says why. */
@OnProduct
class AdmissionIT {

  private final Product product;
  private final Api api;

  AdmissionIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void a_new_party_waits_and_is_refused_with_a_reason(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn();
    require(window, true);
    try {
      window.go("parties").click("#party-new");
      window.fill("#party-form-name", "Waiting Room Ltd").click("#party-form-save");
      window.at("#admission-banner").waitFor();
      String id = window.page().url().replaceAll(".*/parties/(\\d+).*", "$1");
      assertEquals("POTENTIAL", status(id));

      window.click("#admission-decide");
      window.at("#admission-facts").waitFor();
      window.at("#admission-form-admit vaadin-radio-button").nth(1).click();
      window.click("#admission-form-save");
      window.at("#admission-form-reason[invalid]").waitFor();
      assertEquals("POTENTIAL", status(id));
      window.fill("#admission-form-reason", "No references").click("#admission-form-save");
      window.at("#admission-form").waitFor(Hidden.OPTIONS);

      window.at("#admission-banner", "No references").waitFor();
      assertEquals("BARRED", status(id));
      window.go("admissions?state=REFUSED");
      window.at("vaadin-grid-cell-content", "Waiting Room Ltd").first().waitFor();
      window.at("vaadin-grid-cell-content", "No references").first().waitFor();
    } finally {
      require(window, false);
    }
    assertEquals(List.of(), window.troubles());
  }

  private static void require(Window window, boolean required) {
    window.go("settings/admission");
    window.at("#settings-admission-required input").setChecked(required);
    window.click("#settings-admission-save");
    window.at("vaadin-notification-card").first().waitFor();
  }

  private String status(String id) {
    return api.get("parties/" + id).expect(200).json().path("status").asText();
  }
}
