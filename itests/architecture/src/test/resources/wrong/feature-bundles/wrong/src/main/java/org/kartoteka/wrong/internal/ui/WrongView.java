package org.kartoteka.wrong.internal.ui;

import com.vaadin.flow.component.button.Button;

/** Deliberately wrong; it is read, not compiled. */
class WrongView {

  static class NameHelper {}

  static final String TYPE = "wrong.thing";

  void show() {
    Button save = new Button("Save changes");
    save.setText("wrong.list.title");
    save.setText(texts.text("wrong.list.absent"));
    sql("select name from " + "other.thing where id = ?");
  }
}
