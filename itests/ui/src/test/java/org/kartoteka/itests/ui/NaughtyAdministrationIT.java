package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kartoteka.itests.ui.NaughtyStrings.shortened;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/**
 * Strings that have broken other programs, in what administrators and those in charge of personal
 * data write: accepted or refused in words, shown, never executed.
 */
@OnProduct
class NaughtyAdministrationIT {

  private static final Set<Integer> OUTCOMES = Set.of(200, 201, 400, 404, 405, 409, 413, 414, 422);
  private static final int SHOWN = 10;

  private final Product product;
  private final Api inPerson;
  private final Api api;
  private final List<String> found = new CopyOnWriteArrayList<>();

  NaughtyAdministrationIT(Product product) {
    this.product = product;
    this.inPerson = product.api();
    this.api = inPerson.byToken();
  }

  @Test
  void each_is_accepted_or_refused_in_words() {
    String user =
        api.post(
                "users",
                Map.of(
                    "name",
                    "naughty",
                    "fullName",
                    "Naughty",
                    "language",
                    "en",
                    "roles",
                    List.of("READER"),
                    "password",
                    "four words are enough"))
            .expect(201)
            .id();
    String group = api.post("groups", Map.of("name", "Naughty")).expect(201).id();
    String branch = api.post("branches", Map.of("name", "Naughty")).expect(201).id();
    String person = person();
    NaughtyStrings.all().parallelStream()
        .forEach(
            text -> {
              administration(text, user, group, branch);
              personalData(text, person);
            });

    assertEquals(List.of(), found);
  }

  private void administration(String text, String user, String group, String branch) {
    tried(text, "users", api.patch("users/" + user, Map.of("fullName", text, "email", text)));
    tried(text, "user", api.patch("users/" + user, Map.of("fullName", text)));
    tried(text, "groups", api.patch("groups/" + group, Map.of("name", text, "description", text)));
    tried(text, "branches", api.patch("branches/" + branch, Map.of("name", text)));
    tried(text, "roles", put("roles/" + encoded(text), "{\"permissions\":[],\"scopes\":[]}"));
    tried(text, "tokens", inPerson.post("me/tokens", Map.of("name", text, "readOnly", true)));
  }

  private void personalData(String text, String person) {
    tried(
        text,
        "purpose",
        put(
            "personal-data/purposes/naughty",
            json(Map.of("basis", "CONTRACT", "description", text))));
    tried(
        text,
        "purposes",
        put(
            "personal-data/purposes/" + encoded(text),
            json(Map.of("basis", "CONSENT", "description", "naughty"))));
    tried(
        text,
        "consents",
        api.post(
            "personal-data/persons/" + person + "/consents",
            Map.of("purpose", "marketing", "textVersion", text, "source", text, "proof", text)));
    tried(
        text,
        "restriction",
        put("personal-data/persons/" + person + "/restriction", json(Map.of("reason", text))));
    tried(text, "retention-rules", put("retention-rules/" + encoded(text), "{\"months\":12}"));
    tried(text, "retention-reviews", api.get("retention-reviews?kind=" + encoded(text)));
    tried(
        text,
        "retention-decisions",
        api.post(
            "retention-reviews/decisions",
            Map.of(
                "reviews",
                List.of("4711"),
                "until",
                "2099-01-01",
                "erase",
                false,
                "reason",
                text)));
  }

  @Test
  void none_is_executed_when_it_is_shown(Browser.Windows windows) {
    List<String> dangerous = NaughtyStrings.dangerous();
    String party =
        api.post(
                "parties",
                Map.of(
                    "kind",
                    "NATURAL_PERSON",
                    "person",
                    Map.of("firstName", "Naughty", "lastName", "Consents")))
            .expect(201)
            .id();
    String person = api.get("parties/" + party + "/persons").json().at("/items/0/id").asText();
    for (int i = 0; i < dangerous.size(); i += Math.max(1, dangerous.size() / SHOWN)) {
      String text = dangerous.get(i);
      api.post("groups", Map.of("name", text, "description", text));
      api.post("branches", Map.of("name", text));
      api.post(
          "users",
          Map.of(
              "name",
              "naughty" + i,
              "fullName",
              text,
              "language",
              "en",
              "roles",
              List.of("READER"),
              "password",
              "four words are enough"));
      put(
          "personal-data/purposes/naughty" + i,
          json(Map.of("basis", "CONTRACT", "description", text)));
      api.post(
          "personal-data/persons/" + person + "/consents",
          Map.of("purpose", "marketing", "textVersion", "1", "source", text, "proof", text));
    }
    Window window = windows.open(product.address()).signIn();

    shown(window, "users", "#users");
    shown(window, "users/roles", "#roles");
    shown(window, "users/groups", "#groups");
    shown(window, "users/branches", "#branches");
    shown(window, "personal-data", "#retention-reviews");
    shown(window, "personal-data/rules", "#retention-rules");
    shown(window, "personal-data/purposes", "#purposes");
    shown(window, "parties/" + party + "?tab=personal-data", "#privacy-consents");
    shown(window, "audit", "#audit");

    assertEquals(List.of(), window.troubles());
  }

  private void shown(Window window, String path, String list) {
    window.go(path);
    window.at(list).first().waitFor();
    int scripts =
        ((Number)
                window
                    .page()
                    .evaluate(
                        "document.querySelectorAll('"
                            + list
                            + " script, "
                            + list
                            + " iframe').length"))
            .intValue();
    assertEquals(0, scripts, path);
  }

  private String person() {
    String party =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Naughty consents"))
            .expect(201)
            .id();
    return api.post("persons", Map.of("partyId", party, "lastName", "Naughty")).expect(201).id();
  }

  private void tried(String text, String where, Answer answer) {
    if (!OUTCOMES.contains(answer.status())) {
      found.add(where + ": " + shortened(text) + " -> " + answer);
    } else if (answer.status() >= 400 && answer.json().path("title").asText().isBlank()) {
      found.add(where + ": " + shortened(text) + " is refused without a word: " + answer);
    }
  }

  private Answer put(String path, String body) {
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  private static String json(Map<String, String> body) {
    try {
      return new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a part of an address, which is not of any length. */
  private static String encoded(String text) {
    return URLEncoder.encode(
            text.substring(0, Math.min(text.length(), 500)), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
