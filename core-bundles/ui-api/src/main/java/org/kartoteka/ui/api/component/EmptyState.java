package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;

/** Says of an empty list what belongs there and offers the first step. */
public class EmptyState extends Div {

  public EmptyState(String icon, String title, String explanation, Component... firstSteps) {
    addClassName("kt-empty");
    add(new Icon(icon));
    add(new H2(title));
    if (explanation != null && !explanation.isBlank()) {
      add(new Paragraph(explanation));
    }
    if (firstSteps.length > 0) {
      Div steps = new Div(firstSteps);
      steps.addClassName("kt-toolbar");
      add(steps);
    }
  }
}
