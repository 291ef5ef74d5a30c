package org.kartoteka.ui.internal.web;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import java.util.Locale;
import org.kartoteka.platform.api.i18n.Messages;

/**
 * Why Vaadin cannot go on with a page. The script {@code connection.js} reads it and says to the
 * person what to do; without a cookie nobody is signed in, as when a session has expired.
 */
final class SystemTexts implements SystemMessagesProvider {

  private static final long serialVersionUID = 1L;

  static final String FAULT = "ui.fault.title";

  private static final String ENDED = "ui.session.ended";
  private static final String EXPLANATION = "ui.session.explanation";

  private final transient Messages messages;

  SystemTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  public SystemMessages getSystemMessages(SystemMessagesInfo info) {
    Locale locale = Messages.nearest(info.getLocale());
    CustomizedSystemMessages texts = new CustomizedSystemMessages();
    texts.setSessionExpiredNotificationEnabled(true);
    texts.setSessionExpiredCaption(messages.text(locale, ENDED));
    texts.setSessionExpiredMessage(messages.text(locale, EXPLANATION));
    texts.setSessionExpiredURL(null);
    texts.setInternalErrorNotificationEnabled(true);
    texts.setInternalErrorCaption(messages.text(locale, FAULT));
    texts.setInternalErrorMessage(messages.text(locale, "ui.fault.explanation"));
    texts.setInternalErrorURL(null);
    texts.setCookiesDisabledNotificationEnabled(true);
    texts.setCookiesDisabledCaption(messages.text(locale, ENDED));
    texts.setCookiesDisabledMessage(messages.text(locale, EXPLANATION));
    return texts;
  }
}
