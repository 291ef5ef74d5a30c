package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.ui.api.Workspace;

/** A phone number to read and to call; one that is not E.164 is only read. */
public class PhoneLink extends Span {

  /**
   * A number.
   *
   * @param number as it is kept
   */
  public PhoneLink(String number) {
    String text = Workspace.current().formats().phone(number);
    if (PhoneText.isDiallable(number)) {
      add(new Anchor("tel:" + number, text));
    } else {
      setText(text);
    }
  }
}
