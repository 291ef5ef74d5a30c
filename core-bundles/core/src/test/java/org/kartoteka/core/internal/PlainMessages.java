package org.kartoteka.core.internal;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kartoteka.platform.api.i18n.Messages;

/** The texts of this bundle alone. */
final class PlainMessages implements Messages {

  private static final List<String> BUNDLES =
      List.of("i18n.core", "i18n.core-exchange", "i18n.core-privacy");
  private static final ResourceBundle.Control PLAIN =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return find(locale, key, arguments).orElse("!" + key + "!");
  }

  @Override
  public Optional<String> find(Locale locale, String key, Object... arguments) {
    return BUNDLES.stream()
        .map(name -> ResourceBundle.getBundle(name, locale, PLAIN))
        .filter(bundle -> bundle.containsKey(key))
        .map(bundle -> new MessageFormat(bundle.getString(key), locale).format(arguments))
        .findFirst();
  }
}
