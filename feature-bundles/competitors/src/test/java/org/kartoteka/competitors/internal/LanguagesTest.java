package org.kartoteka.competitors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  @Test
  void every_language_has_the_same_keys_and_no_empty_text() throws IOException {
    Properties english = read("");

    for (String language : List.of("_pl", "_bg", "_ru")) {
      Properties other = read(language);
      assertEquals(english.stringPropertyNames(), other.stringPropertyNames(), language);
      other.forEach((key, text) -> assertFalse(text.toString().isBlank(), key + language));
    }
  }

  private static Properties read(String language) throws IOException {
    Properties texts = new Properties();
    String name = "/i18n/competitors" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            LanguagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
