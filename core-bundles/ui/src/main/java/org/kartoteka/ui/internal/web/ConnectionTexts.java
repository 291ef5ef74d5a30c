package org.kartoteka.ui.internal.web;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.User;

/** What the script {@code connection.js} says when the server cannot be asked any more. */
final class ConnectionTexts {

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("lost", "ui.connection.lost"),
          Map.entry("lostExplained", "ui.connection.explanation"),
          Map.entry("retry", "ui.connection.retry"),
          Map.entry("ended", "ui.session.ended"),
          Map.entry("endedExplained", "ui.session.explanation"),
          Map.entry("endedTyped", "ui.session.typed"),
          Map.entry("signIn", "ui.session.sign-in"),
          Map.entry("kept", "ui.session.kept"),
          Map.entry("keptExplained", "ui.session.kept-explanation"),
          Map.entry("copy", "ui.session.copy"),
          Map.entry("forget", "ui.session.forget"),
          Map.entry("cookies", "ui.cookies.title"),
          Map.entry("cookiesExplained", "ui.cookies.explanation"),
          Map.entry("fault", SystemTexts.FAULT),
          Map.entry("faultExplained", "ui.fault.explanation"),
          Map.entry("reload", "ui.fault.again"));

  private final Messages messages;

  ConnectionTexts(Messages messages) {
    this.messages = messages;
  }

  /**
   * The texts in a language as JSON.
   *
   * @param user who is signed in; what was typed is kept for nobody else
   */
  String json(Locale locale, Optional<User> user) {
    JsonObject texts = Json.createObject();
    KEYS.forEach((name, key) -> texts.put(name, messages.text(locale, key)));
    user.ifPresent(one -> texts.put("user", Long.toString(one.id().value())));
    JsonArray faults = Json.createArray();
    for (Locale language : Messages.LANGUAGES) {
      faults.set(faults.length(), messages.text(language, SystemTexts.FAULT));
    }
    texts.put("faults", faults);
    return texts.toJson();
  }
}
