package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/** Everybody can read the main pages, knows what each field is, and works without a mouse. */
@OnProduct
class AccessibleIT {

  private static final String LOOK = script("accessible.js");
  private static final String FOCUS = script("focus.js");
  private static final String AT_REST =
      "document.getAnimations().every(one => one.playState !== 'running'"
          + " || one.effect.getComputedTiming().iterations === Infinity)";
  private static final int STEPS = 30;
  private static final List<String> PAGES =
      List.of(
          "home",
          "parties",
          "persons",
          "registers",
          "duplicates",
          "duplicates?kind=person",
          "import",
          "competitors",
          "contracts",
          "contracts/balance",
          "sales",
          "sales/catalogue",
          "sales/runs",
          "sales/closing",
          "sales/tax-rates",
          "sales/exchange-rates",
          "commissions",
          "commissions/plans",
          "users",
          "features",
          "custom-fields",
          "settings",
          "settings/sales");

  private final Product product;

  AccessibleIT(Product product) {
    this.product = product;
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void texts_have_contrast_fields_have_labels_buttons_have_names(
      ColorScheme scheme, Browser.Windows windows) {
    String card = "parties/" + party();
    Window window =
        windows.open(product.address(), new NewContextOptions().setColorScheme(scheme)).signIn();
    List<String> found = new ArrayList<>();
    for (String page : PAGES) {
      found.addAll(look(window.walk(page), page));
    }
    found.addAll(look(window.walk(card), "the card"));
    window.click("#party-edit").at("#party-form-save").waitFor();
    found.addAll(look(window, "the form"));
    window.go("home").click("#search").at("vaadin-dialog-overlay").waitFor();
    found.addAll(look(window, "the search box"));

    assertEquals(List.of(), found);
  }

  @Test
  void the_checks_find_what_is_wrong(Browser.Windows windows) {
    Window window = windows.open(product.address()).go("");
    window.at("#sign-in").waitFor();
    window
        .page()
        .evaluate(
            "document.body.insertAdjacentHTML('afterbegin', '<p style=\"color:#ccc;background:#fff\">"
                + "pale</p><input><button></button><div role=\"tab\"><a href=\"/\">x</a></div>')");

    List<String> found = look(window, "");

    assertEquals(4, found.size(), found.toString());
  }

  @Test
  void the_keyboard_reaches_the_actions_and_shows_where_it_is(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn();
    Set<String> reached = new HashSet<>();
    for (String page : List.of("parties", "parties/" + party(), "features", "settings")) {
      window.go(page).at("h1").first().waitFor();
      window.at("#own-menu").waitFor();
      for (int step = 0; step < STEPS; step++) {
        window.page().keyboard().press("Tab");
        if (window.page().evaluate(FOCUS) instanceof Map<?, ?> focus) {
          assertEquals(true, focus.get("visible"), page + ": " + focus.get("name"));
          reached.add(String.valueOf(focus.get("id")));
        }
      }
    }

    assertTrue(
        reached.containsAll(Set.of("skip-link", "search", "party-new", "party-edit")),
        reached.toString());
  }

  @Test
  void the_keyboard_is_not_lost_when_what_it_was_at_goes(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn();
    window.go("parties/" + party());
    window.at("#inline-shortName").press("Enter");
    window.at("#inline-shortName-input").press("Escape");
    assertEquals("inline-shortName", focusAfter(window, "#inline-shortName"));
    window.page().keyboard().press("e");
    window.at("#party-form-save").waitFor();
    window.page().keyboard().press("Control+Enter");
    window.at("#party-form-save").waitFor(Hidden.OPTIONS);
    assertFalse(focusAfter(window, "#party-edit").isEmpty());

    window.go("features").at("#feature-stop-competitors").press("Enter");
    try {
      window.at("#feature-stop-yes").press("Enter");
      assertEquals("feature-start-competitors", focusAfter(window, "#feature-start-competitors"));
    } finally {
      product.api().patch("features/competitors", Map.of("state", "ACTIVE"));
    }
  }

  /** The id of what has the keyboard when something is there. */
  private static String focusAfter(Window window, String there) {
    window.at(there).waitFor();
    window.page().waitForFunction("document.activeElement !== document.body");
    return (String) window.page().evaluate("document.activeElement.id");
  }

  @Test
  void the_box_of_a_row_is_named_in_the_readers_language(Browser.Windows windows) {
    party();
    Window window = windows.open(product.address()).signIn().speak("pl").go("parties");
    try {
      Locator box = window.at("#parties vaadin-checkbox:not([hidden]) input").first();
      assertEquals("Zaznacz ten wiersz", box.getAttribute("aria-label"));
    } finally {
      window.speak("en");
    }
  }

  private List<String> look(Window window, String page) {
    window.at("h1").first().waitFor();
    window.page().waitForFunction(AT_REST);
    Object found = window.page().evaluate(LOOK);
    assertFalse(found == null, page);
    return ((List<?>) found).stream().map(one -> page + ": " + one).toList();
  }

  private String party() {
    Api api = product.api();
    return api.post(
            "parties",
            Map.of(
                "kind",
                "ORGANISATION",
                "name",
                "Legible",
                "phones",
                List.of(Map.of("kind", "OFFICE", "value", "+48 22 123 45 67"))))
        .expect(201)
        .id();
  }

  private static String script(String name) {
    try (InputStream file = AccessibleIT.class.getResourceAsStream("/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
