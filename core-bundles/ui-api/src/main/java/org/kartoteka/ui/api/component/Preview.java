package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.ui.api.Workspace;

/** A row of a list at a glance, beside it; values that are not known are left out. */
public class Preview extends Div {

  private final transient Workspace workspace;
  private final Div pills = new Div();
  private final DescriptionList facts = new DescriptionList();
  private final Div actions = new Div();

  /** A preview with a heading of its own. */
  public Preview(Workspace workspace, Component title) {
    this.workspace = workspace;
    addClassName("kt-preview-content");
    pills.addClassName("kt-toolbar");
    pills.setVisible(false);
    facts.addClassName("kt-facts");
    actions.addClassName("kt-toolbar");
    add(new H2(title), pills, facts, actions);
  }

  /** A preview with a heading. */
  public Preview(Workspace workspace, String title) {
    this(workspace, new Span(title));
  }

  /** Adds a pill unless its text is blank. */
  public Preview pill(String text, StatusPill.Tone tone) {
    if (!text.isBlank()) {
      pills.add(new StatusPill(text, tone));
      pills.setVisible(true);
    }
    return this;
  }

  /** Adds a value unless it is blank. */
  public Preview fact(String titleKey, String value) {
    return value == null || value.isBlank() ? this : fact(titleKey, new Span(value));
  }

  /** Adds a component with a title. */
  public Preview fact(String titleKey, Component value) {
    value.getElement().getClassList().add("kt-note-text");
    DescriptionList.Description description = new DescriptionList.Description();
    description.add(value);
    facts.add(new DescriptionList.Term(workspace.text(titleKey)), description);
    return this;
  }

  /** Adds a button. */
  public Preview action(String id, String textKey, String icon, Runnable act) {
    actions.add(Links.button(id, workspace.text(textKey), icon, act));
    return this;
  }
}
