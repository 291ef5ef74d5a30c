package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kartoteka.itests.ui.NaughtyStrings.shortened;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;

/** Strings that have broken other programs: accepted or refused in words, shown, never executed. */
@OnProduct
class NaughtyStringsIT {

  private static final Set<Integer> OUTCOMES = Set.of(201, 400, 413, 422);
  private static final int CARDS = 12;

  private final Product product;
  private final Api api;
  private final List<String> strings = NaughtyStrings.all();

  NaughtyStringsIT(Product product) {
    this.product = product;
    this.api = product.api().byToken();
  }

  @Test
  void each_is_accepted_or_refused_in_words_as_a_name() {
    List<String> found = new ArrayList<>();
    for (String text : strings) {
      Answer answer =
          api.post(
              "parties", Map.of("kind", "ORGANISATION", "name", text, "tags", List.of("naughty")));
      if (!OUTCOMES.contains(answer.status())) {
        found.add(shortened(text) + " -> " + answer);
      } else if (answer.status() != 201 && answer.json().path("title").asText().isBlank()) {
        found.add(shortened(text) + " is refused without a word: " + answer);
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void each_is_searched_for_without_harm() {
    List<String> found = new ArrayList<>();
    for (String text : strings) {
      if (text.length() > 1_000) {
        continue;
      }
      String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
      for (String path : List.of("parties?query=", "search?query=")) {
        Answer answer = api.get(path + query);
        if (answer.status() >= 500) {
          found.add(path + shortened(text) + " -> " + answer);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void none_is_executed_when_it_is_shown(Browser.Windows windows) {
    List<String> dangerous = NaughtyStrings.dangerous();
    String party =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Naughty notes"))
            .expect(201)
            .id();
    List<String> cards = new ArrayList<>();
    for (int i = 0; i < dangerous.size(); i++) {
      api.post("parties/" + party + "/notes", Map.of("text", dangerous.get(i)));
      if (i % Math.max(1, dangerous.size() / CARDS) == 0) {
        Answer card =
            api.post(
                "parties",
                Map.of(
                    "kind",
                    "ORGANISATION",
                    "name",
                    dangerous.get(i),
                    "shortName",
                    "naughty " + i,
                    "tags",
                    List.of("naughty-card")));
        if (card.status() == 201) {
          cards.add(card.id());
        }
      }
    }
    Window window = windows.open(product.address()).signIn();

    window.go("parties?tag=naughty-card");
    window.at("a.kt-row-link").first().waitFor();
    for (String id : cards) {
      window.go("parties/" + id);
      window.at("#party-name").waitFor();
      window.at("#party-edit").click();
      window.at("#party-form-name").waitFor();
    }
    window.go("parties/" + party + "?tab=notes");
    window.at("#notes").waitFor();
    while (window.at("#notes-more:visible").count() > 0) {
      int before = window.at("#notes [id^=note-]").count();
      window.click("#notes-more");
      window
          .page()
          .waitForCondition(
              () ->
                  window.at("#notes [id^=note-]").count() > before
                      || window.at("#notes-more:visible").count() == 0);
    }

    assertEquals(List.of(), window.troubles());
    assertEquals(
        0,
        ((Number) window.page().evaluate("document.querySelectorAll('#notes script').length"))
            .intValue());
    Page page = window.page();
    assertEquals(
        0,
        ((Number)
                page.evaluate(
                    "Array.from(document.querySelectorAll('#notes a'))"
                        + ".filter(a => a.protocol === 'javascript:').length"))
            .intValue());
  }

  @Test
  void what_was_accepted_comes_back_unchanged() {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      JsonNode page =
          api.get("parties?limit=500&tag=naughty" + (after == null ? "" : "&after=" + after))
              .expect(200)
              .json();
      for (JsonNode item : page.path("items")) {
        String name = item.path("name").asText();
        if (strings.stream()
            .noneMatch(text -> text.strip().equals(name.strip()) || same(text, name))) {
          found.add(shortened(name));
        }
      }
      after = page.path("next").isNull() ? null : page.path("next").asText();
    } while (after != null);
    assertEquals(List.of(), found, "names nobody has sent");
  }

  /** White space at the ends and in rows, and invisible characters, may be tidied. */
  private static boolean same(String sent, String kept) {
    return tidy(sent).equals(tidy(kept));
  }

  private static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}\\p{C}]+", "");
  }
}
