package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** A titled group of labels and values; blank values are left out. */
public class Facts extends Div {

  private final DescriptionList list = new DescriptionList();

  public Facts(String title) {
    addClassName("kt-panel");
    list.addClassName("kt-facts");
    add(new H2(title), list);
    setVisible(false);
  }

  /** Adds a value unless it is blank. */
  public Facts fact(String label, String value) {
    return value == null || value.isBlank() ? this : always(label, new Span(value));
  }

  /** Adds a component. */
  public Facts always(String label, Component value) {
    DescriptionList.Description description = new DescriptionList.Description();
    description.add(value);
    list.add(new DescriptionList.Term(label), description);
    setVisible(true);
    return this;
  }
}
