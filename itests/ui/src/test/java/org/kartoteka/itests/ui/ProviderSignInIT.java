package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/** People sign in by OpenID providers that an administrator has set up in his browser. */
@OnProduct
class ProviderSignInIT {

  private static final String CLIENT = "kartoteka";
  private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";
  private static final String CLAIMS =
      """
      {"preferred_username": "ida", "name": "Ida Nowak", "email": "ida@example.org",
       "groups": ["sales"], "sid": "office"}
      """;

  private final Product product;
  private final Api api;
  private final MockOAuth2Server provider = new MockOAuth2Server(new OAuth2Config(true));

  ProviderSignInIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @BeforeEach
  void open() throws Exception {
    provider.start();
  }

  /** Whoever comes after finds the sign-in page as it was. */
  @AfterEach
  void close() {
    for (JsonNode one : api.get("identity-providers").expect(200).json().path("items")) {
      api.put("identity-providers/" + one.path("id").asText(), Map.of("settings", Map.of()))
          .expect(200);
    }
    provider.shutdown();
  }

  @Test
  void a_provider_is_set_up_and_people_come_and_go_by_it(Browser.Windows windows) {
    setUp(windows.open(product.address()).signIn());

    Window window = enter(windows, "company");
    JsonNode ida = user("Ida Nowak", "company");
    assertEquals("ida", ida.path("name").asText());
    assertEquals("SALESPERSON", ida.path("roles").path(0).asText());

    String told = logout("one", "office");
    assertEquals(400, tell("logout_token=forged"));
    assertEquals(400, tell(""));
    assertEquals(200, tell(told));
    assertEquals(400, tell(told), "no message serves twice");
    window.go("parties").at("#sign-in-name").waitFor();
    assertEquals(List.of(), window.troubles());

    Window again = enter(windows, "company");
    List<String> asked = new ArrayList<>();
    again.page().onRequest(request -> asked.add(request.url()));
    again.choose("#own-menu", "#own-sign-out");
    again.at("#sign-in-with-company").waitFor();
    assertTrue(
        asked.stream().anyMatch(url -> url.contains("endsession") && url.contains("id_token_hint")),
        asked::toString);
  }

  @Test
  void the_same_subject_of_another_provider_is_somebody_else(Browser.Windows windows) {
    for (String id : List.of("first", "second")) {
      api.post(
              "identity-providers",
              Map.of(
                  "id",
                  id,
                  "kind",
                  "oidc",
                  "settings",
                  Map.of(
                      "inUse",
                      "true",
                      "title",
                      "The " + id,
                      "issuer",
                      provider.issuerUrl(id).toString(),
                      "client",
                      CLIENT)))
          .expect(201);
    }

    enter(windows, "first");
    enter(windows, "second");

    assertNotEquals(
        user("Ida Nowak", "first").path("id").asText(),
        user("Ida Nowak", "second").path("id").asText());
    assertEquals(409, api.delete("identity-providers/first").status(), "somebody signs in by it");
  }

  private void setUp(Window admin) {
    admin.go("settings/oidc").click("#provider-add");
    admin.fill("#provider-id", "company").fill("#provider-title", "Company ID");
    admin.at("#provider-inUse input").setChecked(true);
    admin.fill("#provider-issuer", "http://id.example.org").fill("#provider-client", CLIENT);
    admin.fill("#provider-certificates", "no certificate");
    admin.click("#provider-save").at("#provider-certificates[invalid]").waitFor();
    admin.fill("#provider-certificates", "");
    admin.click("#provider-save").at("#provider-issuer[invalid]").waitFor();

    admin.fill("#provider-issuer", provider.issuerUrl("company").toString());
    admin.fill("#provider-roles", "sales = SALESPERSON");
    admin.at("#provider-farewell input").setChecked(true);
    admin.click("#provider-save").at("#provider-change-company").waitFor();
    assertEquals(List.of(), admin.troubles());
  }

  /** Somebody signs in on the page of the provider. */
  private Window enter(Browser.Windows windows, String id) {
    Window window = windows.open(product.address()).go("");
    window.click("#sign-in-with-" + id);
    window.page().fill("input[name=username]", "subject-of-ida");
    window.page().fill("textarea[name=claims]", CLAIMS);
    window.page().click("input[type=submit]");
    window.at("#own-menu").waitFor();
    return window;
  }

  /** The user of that name who is known by a provider. */
  private JsonNode user(String fullName, String provider) {
    for (JsonNode one : api.get("users").expect(200).json().path("items")) {
      String id = one.path("id").asText();
      if (one.path("fullName").asText().equals(fullName)
          && api.get("users/" + id + "/access/identity")
              .expect(200)
              .json()
              .path("provider")
              .asText()
              .equals(provider)) {
        return one;
      }
    }
    throw new AssertionError(fullName + " is not known by " + provider);
  }

  /** The provider's word that somebody has signed out of one of his sessions. */
  private String logout(String id, String session) {
    String token =
        provider
            .issueToken(
                "company",
                CLIENT,
                new DefaultOAuth2TokenCallback(
                    "company",
                    "subject-of-ida",
                    "logout+jwt",
                    List.of(CLIENT),
                    Map.of("jti", id, "sid", session, "events", Map.of(LOGOUT, Map.of())),
                    60))
            .serialize();
    return "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private int tell(String form) {
    Api nobody = product.api(null, null);
    return nobody
        .send(
            nobody
                .request("identity-providers/company/back-channel-logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)))
        .status();
  }
}
