package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kartoteka.itests.harness.Product;

/** The way in and out. */
@OnProduct
class SignInIT {

  private final Product product;

  SignInIT(Product product) {
    this.product = product;
  }

  @Test
  void a_wrong_password_is_refused_in_words(Browser.Windows windows) {
    Window window = windows.open(product.address()).go("");
    window.fill("#sign-in-name", "admin").fill("#sign-in-password", "wrong").click("#sign-in");

    window.at("#sign-in-problem").waitFor();

    assertTrue(window.at("#sign-in-problem").innerText().length() > 10);
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void who_has_signed_in_sees_the_menu_and_can_sign_out(Browser.Windows windows) {
    Window window = windows.open(product.address()).signIn();

    window.at("#menu-parties").waitFor();
    window.at("h1").first().waitFor();
    window.choose("#own-menu", "#own-sign-out");

    window.at("#sign-in-name").waitFor();
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void a_link_to_a_page_leads_there_after_signing_in(Browser.Windows windows) {
    Window window = windows.open(product.address()).go("persons");
    window
        .fill("#sign-in-name", "admin")
        .fill("#sign-in-password", Product.PASSWORD)
        .click("#sign-in");

    window.at("#menu").waitFor();

    assertTrue(window.page().url().endsWith("/persons"), window.page().url());
  }

  @Test
  void who_was_given_a_temporary_password_chooses_his_own_first(Browser.Windows windows) {
    product
        .api()
        .post(
            "users",
            Map.of(
                "name",
                "new.nora",
                "fullName",
                "Nora New",
                "roles",
                List.of("READER"),
                "password",
                "told at the front desk",
                "temporary",
                true))
        .expect(201);
    Window window = windows.open(product.address()).go("");
    window.fill("#sign-in-name", "new.nora").fill("#sign-in-password", "told at the front desk");
    window.click("#sign-in");

    window.fill("#own-password-next", "short").fill("#own-password-again", "short");
    window.click("#own-password-choose");
    window.at("#own-password-next[invalid]").waitFor();
    window.fill("#own-password-next", "known to nobody else");
    window.fill("#own-password-again", "known to nobody else").click("#own-password-choose");

    window.at("#own-menu").waitFor();
    windows.open(product.address()).signIn("new.nora", "known to nobody else");
    assertEquals(List.of(), window.troubles());
  }

  @Test
  void who_signs_out_of_all_browsers_may_stay_in_the_present_one(Browser.Windows windows) {
    product
        .api()
        .post(
            "users",
            Map.of(
                "name",
                "two.browsers",
                "fullName",
                "Tamara Two",
                "roles",
                List.of("READER"),
                "password",
                "known to nobody else"))
        .expect(201);
    Window here = windows.open(product.address()).signIn("two.browsers", "known to nobody else");
    Window there = windows.open(product.address()).signIn("two.browsers", "known to nobody else");

    assertEquals(204, signOut(here, "?keepPresent=true"));
    there.go("parties").at("#sign-in-name").waitFor();
    here.go("parties").at("#own-menu").waitFor();

    there.signIn("two.browsers", "known to nobody else");
    assertEquals(204, signOut(here, ""));
    there.go("parties").at("#sign-in-name").waitFor();
    here.go("parties").at("#sign-in-name").waitFor();
  }

  /** What the API answers to a browser that signs out of all. */
  private static int signOut(Window window, String query) {
    Object status =
        window
            .page()
            .evaluate(
                """
                query => fetch('/api/v1/me/sessions' + query,
                  {method: 'DELETE', headers: {'X-Requested-With': 'test'}}).then(a => a.status)
                """,
                query);
    return ((Number) status).intValue();
  }

  @ParameterizedTest
  @CsvSource({"en,Password", "pl,Hasło", "bg,Парола", "ru,Пароль"})
  void the_page_speaks_four_languages(String language, String word, Browser.Windows windows) {
    Window window = windows.open(product.address()).go("");

    window.click("#sign-in-language-" + language);

    window.at("#sign-in-password label", word).waitFor();
  }
}
