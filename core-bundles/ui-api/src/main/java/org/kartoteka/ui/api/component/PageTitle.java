package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** The heading of a page: its title, how many records there are, what can be done. */
public class PageTitle extends Div {

  private final H1 title;
  private final Span count = new Span();
  private final Div actions = new Div();

  public PageTitle(String text, Component... actions) {
    title = new H1(text);
    addClassName("kt-page-title");
    count.addClassName("kt-count");
    count.setId("page-count");
    this.actions.addClassNames("kt-toolbar", "kt-card-actions");
    this.actions.add(actions);
    add(title, count, this.actions);
  }

  /** Another title. */
  public void title(String text) {
    title.setText(text);
  }

  /** How many there are, in words; empty for nothing. */
  public void count(String text) {
    count.setText(text);
  }
}
