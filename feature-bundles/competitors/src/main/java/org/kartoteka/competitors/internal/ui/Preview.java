package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.StatusPill;

/** A row of a list at a glance, beside it; values that are not known are left out. */
final class Preview extends Div {

  private final transient Workspace workspace;
  private final Div pills = new Div();
  private final DescriptionList facts = new DescriptionList();
  private final Div actions = new Div();

  Preview(Workspace workspace, Component title) {
    this.workspace = workspace;
    addClassName("kt-preview-content");
    pills.addClassName("kt-toolbar");
    pills.setVisible(false);
    facts.addClassName("kt-facts");
    actions.addClassName("kt-toolbar");
    add(new H2(title), pills, facts, actions);
  }

  Preview(Workspace workspace, String title) {
    this(workspace, new Span(title));
  }

  Preview pill(String text, StatusPill.Tone tone) {
    if (!text.isBlank()) {
      pills.add(new StatusPill(text, tone));
      pills.setVisible(true);
    }
    return this;
  }

  Preview fact(String titleKey, String value) {
    return value == null || value.isBlank() ? this : fact(titleKey, new Span(value));
  }

  Preview fact(String titleKey, Component value) {
    value.getElement().getClassList().add("kt-note-text");
    DescriptionList.Description description = new DescriptionList.Description();
    description.add(value);
    facts.add(new DescriptionList.Term(workspace.text(titleKey)), description);
    return this;
  }

  Preview action(String id, String textKey, String icon, Runnable act) {
    actions.add(Links.button(id, workspace.text(textKey), icon, act));
    return this;
  }
}
