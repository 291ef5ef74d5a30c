package org.kartoteka.contracts.internal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kartoteka.platform.api.i18n.Messages;

/** The texts of this bundle; patterns as they are when nothing is to be put in. */
public final class OwnTexts implements Messages {

  private static final ResourceBundle.Control PLAIN =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return find(locale, key, arguments).orElse("!" + key + "!");
  }

  @Override
  public Optional<String> find(Locale locale, String key, Object... arguments) {
    return List.of("i18n.contracts", "i18n.contracts-screens").stream()
        .map(name -> ResourceBundle.getBundle(name, locale, PLAIN))
        .filter(bundle -> bundle.containsKey(key))
        .map(
            bundle ->
                arguments.length == 0
                    ? bundle.getString(key)
                    : new MessageFormat(bundle.getString(key), locale).format(arguments))
        .findFirst();
  }
}
