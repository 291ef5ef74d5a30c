package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kartoteka.itests.harness.Product;

/** Languages, colours and sizes. */
@OnProduct
class LookIT {

  private static final String BROKEN = ".kt-error-box:visible, #page-absent:visible";
  private static final Pattern MISSING_TEXT = Pattern.compile("![a-z][\\w-]*(?:\\.[\\w-]+)+!");

  private final Product product;

  LookIT(Product product) {
    this.product = product;
  }

  @ParameterizedTest
  @CsvSource({"pl,[ąćęłńóśźż]", "bg,[А-я]+", "ru,[А-я]+", "en,[A-z]+"})
  void every_page_speaks_the_language(String language, String word, Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn();
    window.speak(language);
    window.at("#menu-parties").waitFor();

    List<String> found = new ArrayList<>();
    for (String path : pages(window)) {
      window.walk(path);
      String text = window.at("body").innerText();
      MISSING_TEXT.matcher(text).results().forEach(hit -> found.add(path + ": " + hit.group()));
      if (window.at(BROKEN).count() > 0) {
        found.add(path + ": " + window.at(BROKEN).first().innerText());
      }
    }

    assertEquals(List.of(), found);
    assertTrue(
        Pattern.compile(word).matcher(window.at("#menu").innerText()).find(),
        window.at("#menu").innerText());
    assertEquals(List.of(), window.troubles());
    window.speak("en");
  }

  @Test
  void a_phone_shows_every_page_without_scrolling_sideways(Browser.Windows windows) {
    String id =
        product
            .api()
            .post(
                "parties",
                Map.of(
                    "kind",
                    "ORGANISATION",
                    "name",
                    "A firm with a rather long name that has to be broken on a telephone",
                    "emails",
                    List.of(Map.of("kind", "WORK", "value", "somebody.with.a.long@example.org"))))
            .expect(201)
            .id();
    Window window =
        windows.open(product.address(), new NewContextOptions().setViewportSize(390, 844)).signIn();
    List<String> paths = new ArrayList<>(pages(window));
    paths.add("parties/" + id);

    List<String> wide = new ArrayList<>();
    for (String path : paths) {
      window.walk(path);
      Object width = window.page().evaluate("document.documentElement.scrollWidth");
      if (((Number) width).intValue() > 390) {
        wide.add(path + " is " + width + " pixels wide");
      }
    }

    assertEquals(List.of(), wide);
    window.click("#menu-toggle");
    window.at("#menu-parties").click();
    window.at("main h1").first().waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void dark_is_dark_and_stays_so(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn();
    window.choose("#own-menu", "#own-look", "#own-look-dark");
    window.page().waitForCondition(() -> isDark(window));

    window.go("parties");
    window.at("main h1").first().waitFor();

    window.page().waitForCondition(() -> isDark(window));
    window.choose("#own-menu", "#own-look", "#own-look-light");
    window.page().waitForCondition(() -> !isDark(window));
  }

  private static boolean isDark(Window window) {
    Object colour =
        window
            .page()
            .evaluate(
                "(() => { const c = getComputedStyle(document.body).backgroundColor;"
                    + " const m = c.match(/[\\d.]+/g).map(Number);"
                    + " return c.startsWith('rgb') ? (m[0] + m[1] + m[2]) / 3 : m[0] * 255 })()");
    return ((Number) colour).doubleValue() < 100;
  }

  /** The pages of the menu. */
  private static List<String> pages(Window window) {
    window
        .at("#menu-parties")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    Object paths =
        window
            .page()
            .evaluate(
                "Array.from(document.querySelectorAll('#menu vaadin-side-nav-item'))"
                    + ".map(item => item.path).filter(path => path)");
    return ((List<?>) paths).stream().map(Object::toString).toList();
  }
}
