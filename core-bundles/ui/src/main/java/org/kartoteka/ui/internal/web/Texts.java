package org.kartoteka.ui.internal.web;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.kartoteka.platform.api.i18n.Messages;

/** Vaadin's texts come from the messages of all bundles. */
final class Texts implements I18NProvider {

  private static final long serialVersionUID = 1L;

  private final transient Messages messages;

  Texts(Messages messages) {
    this.messages = messages;
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return Messages.LANGUAGES;
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... arguments) {
    return messages.text(Messages.nearest(locale), key, arguments);
  }
}
