package org.kartoteka.security.internal;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kartoteka.platform.api.i18n.Messages;

/** The texts of this bundle. */
final class OwnTexts implements Messages {

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return find(locale, key).orElse(key);
  }

  @Override
  public Optional<String> find(Locale locale, String key, Object... arguments) {
    try {
      return Optional.of(
          ResourceBundle.getBundle(
                  "i18n.security",
                  locale,
                  ResourceBundle.Control.getNoFallbackControl(
                      ResourceBundle.Control.FORMAT_PROPERTIES))
              .getString(key));
    } catch (MissingResourceException none) {
      return Optional.empty();
    }
  }
}
