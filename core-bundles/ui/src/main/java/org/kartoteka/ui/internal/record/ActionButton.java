package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.Icon;

/** A small quiet button for an act on a record. */
public final class ActionButton extends Button {

  /** With words. */
  public ActionButton(String id, String text, String icon, Runnable act) {
    super(text, new Icon(icon), event -> act.run());
    setId(id);
    addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
  }

  /** With the icon only; the words are its name and its tooltip. */
  public static ActionButton bare(String id, String text, String icon, Runnable act) {
    ActionButton button = new ActionButton(id, "", icon, act);
    button.addThemeVariants(ButtonVariant.LUMO_ICON);
    button.setAriaLabel(text);
    button.setTooltipText(text);
    return button;
  }
}
