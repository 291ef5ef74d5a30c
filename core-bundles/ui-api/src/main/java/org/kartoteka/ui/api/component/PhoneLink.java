package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.html.Anchor;
import org.kartoteka.ui.api.Workspace;

/** A phone number to read and to call; one that is not E.164 is only read. */
public class PhoneLink extends Anchor {

  /**
   * A number.
   *
   * @param number as it is kept
   */
  public PhoneLink(String number) {
    setText(Workspace.current().formats().phone(number));
    if (PhoneText.isDiallable(number)) {
      setHref("tel:" + number);
    }
    addClassName("kt-phone");
  }
}
