package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PhoneLink;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.person.PersonForm;
import org.kartoteka.ui.internal.record.NoteText;
import org.kartoteka.ui.internal.record.Words;

/** Beside every tab of a card: the persons and the pinned notes. */
final class PartyAside extends Div {

  private static final int SHOWN = 8;

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private transient PartyView party;

  PartyAside(PartyDesk desk, Workspace workspace, PartyView party) {
    this.desk = desk;
    this.workspace = workspace;
    setId("party-aside");
    addClassName("kt-aside");
    getElement().setAttribute("role", "complementary");
    getElement().setAttribute("aria-label", workspace.text("ui.party.aside"));
    show(party);
  }

  void show(PartyView now) {
    party = now;
    removeAll();
    if (workspace.may("core.person.read")) {
      add(persons());
    }
    if (workspace.may("core.note.read")) {
      notes();
    }
  }

  private Div persons() {
    H2 title = new H2(workspace.text("person.plural"));
    Div panel = new Div(title);
    panel.addClassName("kt-panel");
    if (workspace.may("core.person.change") && party.kind() == PartyKind.ORGANISATION) {
      Button add = new Button(VaadinIcon.PLUS.create());
      add.setId("person-add");
      add.addThemeVariants(
          ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
      add.setAriaLabel(workspace.text("ui.person.new"));
      add.setTooltipText(workspace.text("ui.person.new"));
      add.addClickListener(
          event -> PersonForm.add(desk, workspace, party.id(), person -> show(party)));
      title.add(add);
    }
    Page<PersonView> persons =
        desk.persons().brief(PersonQuery.of(party.id()), PageRequest.first(SHOWN));
    persons.items().forEach(person -> panel.add(person(person)));
    if (persons.items().isEmpty()) {
      Span none = new Span(workspace.text("ui.person.none"));
      none.addClassName("kt-muted");
      panel.add(none);
    } else if (persons.next() != null) {
      Anchor all =
          new Anchor(
              "parties/" + party.id().value() + "?tab=persons", workspace.text("ui.list.all-of"));
      all.getElement().setAttribute("router-link", true);
      panel.add(all);
    }
    return panel;
  }

  private Div person(PersonView person) {
    Anchor name = new Anchor("persons/" + person.id().value(), person.fullName());
    name.getElement().setAttribute("router-link", true);
    name.addClassName("kt-strong");
    Div lines = new Div(name);
    String work = Words.joined(", ", person.position(), person.department());
    if (!work.isBlank()) {
      Span position = new Span(work);
      position.addClassName("kt-muted");
      lines.add(position);
    }
    person.phones().stream().limit(1).forEach(phone -> lines.add(new PhoneLink(phone.value())));
    person.emails().stream()
        .limit(1)
        .forEach(email -> lines.add(new Anchor("mailto:" + email.value(), email.value())));
    lines.addClassName("kt-aside-person");
    return lines;
  }

  private void notes() {
    List<NoteView> pinned =
        desk
            .notes()
            .page(new NoteQuery(null, party.id(), null), PageRequest.first(3))
            .items()
            .stream()
            .filter(NoteView::pinned)
            .toList();
    if (pinned.isEmpty()) {
      return;
    }
    Div panel = new Div(new H2(workspace.text("ui.note.pinned")));
    panel.addClassName("kt-panel");
    panel.setId("pinned-notes");
    for (NoteView note : pinned) {
      Div text = new Div(NoteText.of(note.text()));
      text.addClassName("kt-clamp");
      RelativeTime time = new RelativeTime(note.writtenAt());
      time.addClassName("kt-muted");
      Div box = new Div(text, time);
      box.addClassName("kt-preview-note");
      panel.add(box);
    }
    add(panel);
  }
}
