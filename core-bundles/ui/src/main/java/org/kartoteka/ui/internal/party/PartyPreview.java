package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Facts;
import org.kartoteka.ui.api.component.PhoneLink;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.NoteText;
import org.kartoteka.ui.internal.record.Words;

/** A party at a glance, beside the list. */
final class PartyPreview extends Div {

  PartyPreview(PartyView party, PartyDesk desk, Workspace workspace) {
    addClassName("kt-preview-content");
    Words words = desk.words(workspace);
    Anchor name = new Anchor("parties/" + party.id().value(), party.name());
    name.getElement().setAttribute("router-link", true);
    name.setId("preview-open");
    H2 title = new H2(name);
    Div pills = new Div(StatusPill.of(party.status()));
    pills.addClassName("kt-toolbar");
    party
        .roles()
        .forEach(role -> pills.add(new StatusPill(words.role(role), StatusPill.Tone.NEUTRAL)));
    Facts facts = new Facts(workspace.text("ui.party.contact"));
    facts.removeClassName("kt-panel");
    party
        .phones()
        .forEach(
            phone -> facts.always(words.kind("phone", phone.kind()), new PhoneLink(phone.value())));
    party.emails().forEach(email -> facts.fact(words.kind("email", email.kind()), email.value()));
    party
        .addresses()
        .forEach(
            address -> facts.fact(words.kind("address", address.kind()), words.address(address)));
    party
        .identifiers()
        .forEach(
            identifier -> facts.fact(words.identifierType(identifier.type()), identifier.value()));
    facts.fact(workspace.text("party.ownerId"), desk.colleagues().name(party.ownerId()));
    facts.fact(workspace.text("party.tags"), String.join(", ", party.tags()));
    add(title, pills, facts);
    if (workspace.may("core.person.read")) {
      persons(party, desk, workspace);
    }
    if (workspace.may("core.note.read")) {
      notes(party, desk, workspace);
    }
  }

  private void persons(PartyView party, PartyDesk desk, Workspace workspace) {
    List<PersonView> persons =
        desk.persons().brief(PersonQuery.of(party.id()), PageRequest.first(5)).items();
    if (persons.isEmpty()) {
      return;
    }
    Facts facts = new Facts(workspace.text("person.plural"));
    facts.removeClassName("kt-panel");
    persons.forEach(
        person ->
            facts.fact(
                person.fullName(),
                Words.joined(
                        " · ",
                        person.position(),
                        person.phones().isEmpty()
                            ? null
                            : workspace.formats().phone(person.phones().get(0).value()))
                    + "\u200b"));
    add(facts);
  }

  private void notes(PartyView party, PartyDesk desk, Workspace workspace) {
    List<NoteView> notes =
        desk.notes().page(new NoteQuery(null, party.id(), null), PageRequest.first(2)).items();
    for (NoteView note : notes) {
      Div text = new Div(NoteText.of(note.text()));
      text.addClassNames("kt-note-text", "kt-clamp");
      RelativeTime time = new RelativeTime(note.writtenAt());
      time.addClassName("kt-muted");
      Div box = new Div(text, time);
      box.addClassName("kt-preview-note");
      add(box);
    }
    if (notes.isEmpty()) {
      Span none = new Span(workspace.text("ui.note.none"));
      none.addClassName("kt-muted");
      add(none);
    }
  }
}
