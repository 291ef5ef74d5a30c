package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** What was typed is not lost, what was saved can be taken back, and colleagues see each other. */
@OnProduct
class NothingLostIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ASKED = "#unsaved-dialog-yes";

  private final Product product;
  private final Api api;

  NothingLostIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @Test
  void a_saved_change_is_undone_and_what_others_saved_since_stays(Browser.Windows windows) {
    String id = party("Card to undo", "Before");
    Window window = windows.open(product.address()).signIn().go("parties/" + id);
    window.click("#party-edit");
    window.fill("#party-form-shortName", "After").click("#party-form-save");
    window.at("#undo").waitFor();
    assertEquals("After", shortName(id));
    api.patch("parties/" + id, Map.of("web", "https://since.example")).expect(200);

    window.click("#undo");

    Waiting.until("the short name of before", SOON, () -> shortName(id).equals("Before"));
    assertTrue(api.get("parties/" + id).json().path("web").asText().contains("since.example"));
    window.at("#inline-shortName", "Before").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_removed_note_comes_back(Browser.Windows windows) {
    String id = party("Card with a note", "Note");
    Window window = windows.open(product.address()).signIn().go("parties/" + id + "?tab=notes");
    window.fill("#note-text", "Do not lose this").click("#note-write");
    window.at("#notes .kt-note-text", "Do not lose this").waitFor();

    window.at("[id^=note-remove-]").first().click();
    window.at("#notes .kt-note-text", "Do not lose this").waitFor(Hidden.OPTIONS);
    window.click("#undo");

    window.at("#notes .kt-note-text", "Do not lose this").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void leaving_a_form_with_unsaved_input_asks_and_who_stays_loses_nothing(Browser.Windows windows) {
    String id = party("Card left unsaved", "Left");
    Window window = windows.open(product.address()).signIn().go("parties?q=Card+left+unsaved");
    window.at("a.kt-row-link", "Card left unsaved").first().click();
    window.click("#party-edit");
    window.fill("#party-form-shortName", "Typed");

    window.page().evaluate("history.back()");
    window.at(ASKED).waitFor();
    window.click("#unsaved-dialog-no");
    window.at(ASKED).waitFor(Hidden.OPTIONS);
    assertEquals("Typed", window.valueOf("#party-form-shortName"));
    assertTrue(window.page().url().contains("/parties/" + id), window.page().url());

    window.page().evaluate("history.back()");
    window.at(ASKED).waitFor();
    window.click("#unsaved-dialog-yes");
    window.at("a.kt-row-link", "Card left unsaved").waitFor();
    assertTrue(window.page().url().contains("q=Card+left+unsaved"), window.page().url());
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void whose_sign_in_has_ended_signs_in_again_and_finds_what_was_typed(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("parties");
    window.click("#party-new");
    Locator name = window.at("#party-form-shortName input");
    name.pressSequentially("Typed in vain?");
    window.page().context().clearCookies();
    name.blur();

    window.click("#connection-sign-in");
    window.at("#connection[data-kind=again]").waitFor();
    window
        .fill("#sign-in-name", "admin")
        .fill("#sign-in-password", Product.PASSWORD)
        .click("#sign-in");

    window.at("#connection dd", "Typed in vain?").waitFor();
    window.click("#connection-forget");
    window.at("#connection").waitFor(Hidden.OPTIONS);
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_lost_connection_is_told_and_its_return_too(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn().go("parties");
    window.at("#party-new").waitFor();
    window.page().context().setOffline(true);

    window.at("#connection").waitFor();
    window.page().context().setOffline(false);

    window.at("#connection").waitFor(Hidden.OPTIONS);
    window.click("#party-new");
    window.at("#party-form-shortName").waitFor();
  }

  @Test
  void a_tab_with_unsaved_input_is_not_just_loaded_again(Browser.Windows windows) {
    String id = party("Card in a tab", "Tab");
    Window window = windows.open(product.address()).signIn().go("parties/" + id).mark();
    List<String> asked = new CopyOnWriteArrayList<>();
    window.page().onDialog(dialog -> asked.add(dialog.type()));
    window.click("#party-edit");
    window.fill("#party-form-shortName", "Typed");

    assertThrows(
        PlaywrightException.class,
        () -> window.page().reload(new Page.ReloadOptions().setTimeout(3_000)));

    assertEquals(List.of("beforeunload"), asked);
    assertTrue(window.isMarked(), "the page was not loaded again");
    assertEquals("Typed", window.valueOf("#party-form-shortName"));
  }

  @Test
  void who_has_a_card_open_sees_the_others_and_what_they_save(Browser.Windows windows) {
    String id = party("Card of colleagues", "Alone");
    Window first = windows.open(product.address()).signIn().go("parties/" + id).mark();
    first.at("#party-name").waitFor();
    assertEquals(0, first.at("#party-here:visible").count());

    Window second = windows.open(product.address()).signIn().go("parties/" + id);
    first.at("#party-here:visible").waitFor();
    second.at("#party-here:visible").waitFor();
    second.click("#party-edit");
    second.fill("#party-form-shortName", "Together").click("#party-form-save");
    second.at("#undo").waitFor();
    first.at("#inline-shortName", "Together").waitFor();

    second.go("home");
    first.at("#party-here").waitFor(Hidden.OPTIONS);
    assertTrue(first.isMarked(), "the page was not loaded again");
    assertEquals(List.of(), first.troubles());
  }

  private String shortName(String id) {
    return api.get("parties/" + id).json().path("shortName").asText();
  }

  private String party(String name, String shortName) {
    return api.post("parties", Map.of("kind", "ORGANISATION", "name", name, "shortName", shortName))
        .expect(201)
        .id();
  }
}
