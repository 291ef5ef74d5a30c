package org.kartoteka.ui.internal.web;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import java.util.Locale;
import org.kartoteka.platform.api.i18n.Messages;

/** An expired session reloads the page, which leads to signing in and back to the address. */
final class SystemTexts implements SystemMessagesProvider {

  private static final long serialVersionUID = 1L;

  private final transient Messages messages;

  SystemTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  public SystemMessages getSystemMessages(SystemMessagesInfo info) {
    Locale locale = Messages.nearest(info.getLocale());
    CustomizedSystemMessages texts = new CustomizedSystemMessages();
    texts.setSessionExpiredNotificationEnabled(false);
    texts.setSessionExpiredURL(null);
    texts.setInternalErrorNotificationEnabled(true);
    texts.setInternalErrorCaption(messages.text(locale, "ui.fault.title"));
    texts.setInternalErrorMessage(messages.text(locale, "ui.fault.reload"));
    texts.setInternalErrorURL(null);
    texts.setCookiesDisabledNotificationEnabled(true);
    texts.setCookiesDisabledCaption(messages.text(locale, "ui.cookies.title"));
    texts.setCookiesDisabledMessage(messages.text(locale, "ui.cookies.explanation"));
    return texts;
  }
}
