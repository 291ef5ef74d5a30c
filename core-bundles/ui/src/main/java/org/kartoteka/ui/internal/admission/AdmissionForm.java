package org.kartoteka.ui.internal.admission;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.kartoteka.core.api.admission.AdmissionDecision;
import org.kartoteka.core.api.admission.AdmissionFact;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.AdmissionView;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** The decision on an admission, with what is known of the party. */
final class AdmissionForm {

  private AdmissionForm() {}

  /** Decides. */
  static void open(
      Admissions admissions, Workspace workspace, PartyId party, String name, Runnable afterwards) {
    RecordForm form = new RecordForm("admission-form");
    form.place(facts(workspace, admissions.facts(party)));
    RadioButtonGroup<Boolean> admit =
        form.field("admit", "ui.admission.decision", new RadioButtonGroup<>());
    admit.setItems(List.of(true, false));
    admit.setItemLabelGenerator(
        yes -> workspace.text(yes ? "ui.admission.admit" : "ui.admission.refuse"));
    admit.setRequiredIndicatorVisible(true);
    TextArea reason = form.field("reason", "party.statusReason", new TextArea());
    reason.setHelperText(workspace.text("ui.admission.reason.helper"));
    SidePanel panel = new SidePanel(workspace.text("ui.admission.title", name), form);
    panel.setId("admission-panel");
    form.unchanged();
    form.onSave(
        () -> {
          AdmissionView decided =
              admissions.decide(
                  party,
                  new AdmissionDecision(
                      admit.getValue(), reason.getValue().isBlank() ? null : reason.getValue()));
          form.unchanged();
          panel.close();
          workspace.done(
              workspace.text(
                  decided.state() == AdmissionState.ADMITTED
                      ? "ui.admission.admitted"
                      : "ui.admission.refused",
                  name));
          afterwards.run();
        });
    panel.open();
  }

  /** Asks for a new review. */
  static void ask(
      Admissions admissions, Workspace workspace, PartyId party, String name, Runnable afterwards) {
    RecordForm form = new RecordForm("admission-ask-form");
    TextArea question = form.field("question", "ui.admission.question", new TextArea());
    question.setMinRows(3);
    SidePanel panel = new SidePanel(workspace.text("ui.admission.ask.title", name), form);
    panel.setId("admission-ask-panel");
    form.unchanged();
    form.onSave(
        () -> {
          admissions.ask(party, question.getValue().isBlank() ? null : question.getValue().strip());
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.admission.waits", name));
          afterwards.run();
        });
    panel.open();
  }

  static UnorderedList facts(Workspace workspace, List<AdmissionFact> facts) {
    UnorderedList list = new UnorderedList();
    list.setId("admission-facts");
    list.addClassName("kt-checklist");
    for (AdmissionFact fact : facts) {
      Icon icon = (fact.good() ? VaadinIcon.CHECK_CIRCLE_O : VaadinIcon.WARNING).create();
      icon.addClassName(fact.good() ? "kt-good" : "kt-warn");
      Span text =
          new Span(
              workspace.text(
                  "ui.admission.fact." + fact.kind().name() + (fact.good() ? ".good" : ".bad")));
      Div line = new Div(icon, text);
      line.addClassName("kt-line");
      ListItem item = new ListItem(line);
      for (AdmissionFact.Other other : fact.parties()) {
        Anchor link = new Anchor("parties/" + other.id().value(), other.name());
        link.setTarget("_blank");
        Div place = new Div(link);
        place.addClassName("kt-checklist-other");
        item.add(place);
      }
      list.add(item);
    }
    return list;
  }
}
