package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.testing.TestData;

/** Texts that have broken other programs: they come back as they went, or are refused in words. */
class NaughtyStringsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> STRINGS = strings();

  private static Api api;
  private final List<String> found = new ArrayList<>();

  @BeforeAll
  static void start() {
    api = new Api();
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void eachIsTheNameOfAParty() {
    for (String text : STRINGS) {
      Api.Answer made =
          api.post("/api/v1/parties", json(Map.of("kind", "ORGANISATION", "name", text)));
      if (made.status() == 201) {
        String path = URI.create(made.header("Location")).getPath();
        String name = api.get(path).json().path("name").asText();
        if (!name.equals(text)) {
          found.add(text + " comes back as " + name);
        }
      } else {
        mustBeRefusedInWords(text, made);
      }
    }

    assertEquals("", String.join("\n", found));
  }

  @Test
  void eachIsTheTextOfANote() {
    String party =
        api.post("/api/v1/parties", json(Map.of("kind", "ORGANISATION", "name", "Noted")))
            .json()
            .path("id")
            .asText();
    for (String text : STRINGS) {
      Api.Answer made = api.post("/api/v1/parties/" + party + "/notes", json(Map.of("text", text)));
      if (made.status() != 201) {
        mustBeRefusedInWords(text, made);
      } else if (!made.json().path("text").asText().equals(text)) {
        found.add(text + " comes back as " + made.text());
      }
    }

    assertEquals("", String.join("\n", found));
  }

  @Test
  void eachCanBeSearchedFor() {
    for (String text : STRINGS) {
      Api.Answer answer =
          api.get("/api/v1/parties?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
      if (answer.status() != 200) {
        mustBeRefusedInWords(text, answer);
      }
    }

    assertEquals("", String.join("\n", found));
  }

  private void mustBeRefusedInWords(String text, Api.Answer answer) {
    boolean words = !answer.json().path("title").asText().isBlank();
    if (!Set.of(400, 413, 414, 422).contains(answer.status()) || !words) {
      found.add(text + " -> " + answer.status() + " " + answer.text());
    }
  }

  private static String json(Map<String, String> members) {
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> strings() {
    List<String> strings = new ArrayList<>();
    try {
      JSON.readTree(TestData.bytes("naughty/blns.json")).forEach(one -> strings.add(one.asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    strings.add("nul \u0000 inside");
    return strings;
  }
}
