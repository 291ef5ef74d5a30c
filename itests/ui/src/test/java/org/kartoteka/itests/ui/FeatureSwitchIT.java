package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/** A feature goes and comes back, and every open browser follows without a reload. */
@OnProduct
class FeatureSwitchIT {

  private static final String ENTRY = "#menu-competitors";
  private static final double WITHIN_A_SECOND = 1_000;

  private final Product product;
  private final Api api;

  FeatureSwitchIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @AfterEach
  void start() {
    api.patch("features/competitors", Map.of("state", "ACTIVE"));
  }

  @Test
  void an_open_browser_follows_within_a_second(Browser.Windows windows) {
    Window looker = windows.open(product.address()).signIn().go("parties").mark();
    looker.at(ENTRY).waitFor();

    api.patch("features/competitors", Map.of("state", "STOPPED")).expect(200);
    looker.at(ENTRY).waitFor(within(WaitForSelectorState.DETACHED));
    api.patch("features/competitors", Map.of("state", "ACTIVE")).expect(200);
    looker.at(ENTRY).waitFor(within(WaitForSelectorState.ATTACHED));

    assertTrue(looker.isMarked(), "the page was not loaded again");
    assertEquals(List.of(), looker.troubles());
  }

  @Test
  void an_administrator_stops_it_and_who_stands_in_it_gets_a_notice(Browser.Windows windows) {
    Window inside = windows.open(product.address()).signIn().go("competitors").mark();
    inside.at("main h1").first().waitFor();
    Window administrator = windows.open(product.address()).signIn().go("features");
    administrator.click("#feature-stop-competitors");
    administrator.at("#feature-impact").waitFor();
    administrator.click("#feature-stop-yes");

    inside.at("#home").waitFor();
    inside.at(ENTRY).waitFor(within(WaitForSelectorState.DETACHED));
    assertTrue(inside.isMarked(), "the page was not loaded again");
    assertFalse(inside.page().content().contains("Exception"));

    administrator.at("#feature-start-competitors").waitFor();
    administrator.page().waitForCondition(() -> !isBusy(administrator));
    administrator.click("#feature-start-competitors");
    inside.at(ENTRY).waitFor();
    administrator.at("#feature-stop-competitors").waitFor();
    inside.click(ENTRY);
    inside.at("main h1").first().waitFor();
    assertEquals(List.of(), inside.troubles());
    assertEquals(List.of(), administrator.troubles());
  }

  @Test
  void a_switch_of_another_feature_leaves_the_button_that_somebody_is_at(Browser.Windows windows) {
    Window administrator = windows.open(product.address()).signIn().go("features");
    administrator.at("#feature-stop-competitors").waitFor();
    administrator
        .page()
        .evaluate("document.querySelector('#feature-stop-competitors').dataset.aimed = ''");

    api.patch("features/contracts", Map.of("state", "STOPPED")).expect(200);
    administrator.at("#feature-start-contracts").waitFor();
    api.patch("features/contracts", Map.of("state", "ACTIVE")).expect(200);
    administrator.at("#feature-stop-contracts").waitFor();

    assertEquals(1, administrator.at("#feature-stop-competitors[data-aimed]").count());
    assertEquals(List.of(), administrator.troubles());
  }

  @Test
  void who_types_in_a_form_of_it_is_led_out_and_the_card_of_another_stays(Browser.Windows windows) {
    String id =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Stays open")).expect(201).id();
    Window typing = windows.open(product.address()).signIn().go("competitors/changes").mark();
    typing.click("#strategy-change-new");
    typing.at("#strategy-change-form").waitFor();
    Window reading =
        windows.open(product.address()).signIn().go("parties/" + id + "?tab=competitors").mark();
    reading.at("#tab-competitors[selected]").waitFor();

    api.patch("features/competitors", Map.of("state", "STOPPED")).expect(200);

    typing.at("#page-gone").waitFor();
    typing.at("#home").waitFor();
    typing.at("#strategy-change-form").waitFor(Hidden.OPTIONS);
    reading.at("#tab-competitors").waitFor(Hidden.OPTIONS);
    reading.at("#tab-overview[selected]").waitFor();
    reading.click("#party-edit");
    reading.fill("#party-form-shortName", "Works").click("#party-form-save");
    reading.at("#inline-shortName", "Works").waitFor();
    assertTrue(typing.isMarked() && reading.isMarked(), "no page was loaded again");
    assertEquals(List.of(), typing.troubles());
    assertEquals(List.of(), reading.troubles());
  }

  @Test
  void an_address_of_a_stopped_feature_explains_itself(Browser.Windows windows) {
    api.patch("features/competitors", Map.of("state", "STOPPED")).expect(200);

    Window window = windows.open(product.address()).signIn().go("competitors");

    window.at("#page-absent").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  /** Whether the page still works on what was asked last and will show the features anew. */
  private static boolean isBusy(Window window) {
    return window.at("#features-progress:visible").count() > 0;
  }

  private static Locator.WaitForOptions within(WaitForSelectorState state) {
    return new Locator.WaitForOptions().setState(state).setTimeout(WITHIN_A_SECOND);
  }
}
