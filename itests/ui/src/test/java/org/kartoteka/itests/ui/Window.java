package org.kartoteka.itests.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.itests.harness.Product;

/** A window of a browser on the product, with the moves that every test makes. */
final class Window {

  private final Page page;
  private final URI address;
  private final List<String> troubles = new ArrayList<>();

  Window(Page page, URI address) {
    this.page = page;
    this.address = address;
    page.onPageError(error -> troubles.add("script error: " + error));
    page.onDialog(
        dialog -> {
          troubles.add("a script has opened a dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  /** The page itself. */
  Page page() {
    return page;
  }

  /** What went wrong in the browser: script errors and dialogs that scripts have opened. */
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** Goes to an address below the root, such as {@code parties}. */
  Window go(String path) {
    page.navigate(address.resolve("/" + path).toString());
    return this;
  }

  /** Follows a link inside the application, as from its menu, until the other page is there. */
  Window walk(String path) {
    page.evaluate(
        """
        path => {
          document.querySelectorAll('main h1').forEach(h1 => (h1.dataset.left = ''));
          const link = document.createElement('a');
          link.href = '/' + path;
          link.setAttribute('router-link', '');
          document.body.append(link);
          link.click();
          link.remove();
        }
        """,
        path);
    at("main h1:not([data-left])").first().waitFor();
    return this;
  }

  /** Signs in as admin and waits for the shell. */
  Window signIn() {
    return signIn("admin", Product.PASSWORD);
  }

  /** Signs in and waits for the shell. */
  Window signIn(String name, String password) {
    go("");
    fill("#sign-in-name", name);
    fill("#sign-in-password", password);
    click("#sign-in");
    at("#own-menu").waitFor();
    return this;
  }

  /** An element that is or will be there. */
  Locator at(String selector) {
    return page.locator(selector);
  }

  /** An element with a text in it that is or will be there. */
  Locator at(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  /** Presses something. */
  Window click(String selector) {
    at(selector).click();
    return this;
  }

  /** Fills a field of Vaadin. */
  Window fill(String field, String text) {
    at(field + " >> input, textarea").first().fill(text);
    at(field + " >> input, textarea").first().blur();
    return this;
  }

  /** What a field of Vaadin holds. */
  String valueOf(String field) {
    return at(field + " >> input, textarea").first().inputValue();
  }

  /** Chooses from a menu of a menu bar, level by level. */
  Window choose(String menuBar, String... items) {
    at(menuBar + " vaadin-menu-bar-button").first().click();
    for (String item : items) {
      at(item).click();
    }
    return this;
  }

  /** Chooses a language, which loads the page again, be it the same one. */
  Window speak(String language) {
    mark();
    choose("#own-menu", "#own-language", "#own-language-" + language);
    page.waitForFunction("window.kartotekaItest === undefined");
    at("html[lang^=" + language + "] #own-menu").waitFor();
    return this;
  }

  /** Leaves a mark that a reload would wipe out. */
  Window mark() {
    page.evaluate("window.kartotekaItest = 'here'");
    return this;
  }

  /** Whether the mark is still there. */
  boolean isMarked() {
    return "here".equals(page.evaluate("window.kartotekaItest"));
  }
}
