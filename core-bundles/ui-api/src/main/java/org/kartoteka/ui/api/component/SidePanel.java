package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.dialog.Dialog;

/** A form in a panel at the right side of the window; the whole width on a phone. */
public class SidePanel extends Dialog {

  /** Opens a form that shows what is saved. */
  public static SidePanel open(String id, String title, RecordForm form) {
    form.unchanged();
    SidePanel panel = new SidePanel(title, form);
    panel.setId(id);
    panel.open();
    return panel;
  }

  /** A panel around a form; it closes when the form is left. */
  public SidePanel(String title, RecordForm form) {
    setHeaderTitle(title);
    addClassName("kt-side-dialog");
    setCloseOnOutsideClick(false);
    add(form);
    getFooter().add(form.takeButtons());
    form.onLeave(this::close);
    addDialogCloseActionListener(event -> form.cancel());
    addOpenedChangeListener(
        event -> {
          if (event.isOpened()) {
            form.focus();
          } else {
            form.unchanged();
          }
        });
  }
}
