package org.kartoteka.core.internal;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kartoteka.platform.api.i18n.Messages;

/** The texts of this bundle alone. */
final class PlainMessages implements Messages {

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return find(locale, key, arguments).orElse("!" + key + "!");
  }

  @Override
  public Optional<String> find(Locale locale, String key, Object... arguments) {
    try {
      String pattern = ResourceBundle.getBundle("i18n.core", locale).getString(key);
      return Optional.of(new MessageFormat(pattern, locale).format(arguments));
    } catch (MissingResourceException unknown) {
      return Optional.empty();
    }
  }
}
