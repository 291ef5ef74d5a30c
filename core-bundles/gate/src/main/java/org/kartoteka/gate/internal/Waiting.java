package org.kartoteka.gate.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said while the product is starting, in one language. */
record Waiting(Locale locale, String title, String text) {

  private static final List<Locale> SPOKEN =
      List.of(
          Locale.ENGLISH,
          Locale.forLanguageTag("pl"),
          Locale.forLanguageTag("bg"),
          Locale.forLanguageTag("ru"));

  private static final String PAGE = read("/web/waiting.html");

  /**
   * In the best of our languages.
   *
   * @param accepted the header {@code Accept-Language}; may be null or nonsense
   */
  static Waiting in(String accepted) {
    Locale locale = best(accepted);
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "i18n.gate",
            locale,
            Waiting.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Waiting(
        locale, texts.getString("gate.waiting.title"), texts.getString("gate.waiting.text"));
  }

  private static Locale best(String accepted) {
    try {
      Locale wanted =
          accepted == null ? null : Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
      return wanted == null ? Locale.ENGLISH : wanted;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  /** A page that loads itself again. */
  String page() {
    return PAGE.replace("{language}", locale.getLanguage())
        .replace("{title}", title)
        .replace("{text}", text);
  }

  /** The problem details (RFC 9457). */
  String problem() {
    return "{\"type\":\"urn:kartoteka:problem:not-ready\",\"title\":\""
        + title
        + "\",\"status\":503,\"detail\":\""
        + text
        + "\"}";
  }

  private static String read(String name) {
    try (InputStream file = Waiting.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
