package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Facts;
import org.kartoteka.ui.api.component.PhoneLink;
import org.kartoteka.ui.internal.record.Words;

/** A person at a glance: what of it is no secret. */
final class PersonPreview extends Div {

  PersonPreview(PersonView person, Words words, Workspace workspace) {
    addClassName("kt-preview-content");
    Anchor name = new Anchor("persons/" + person.id().value(), person.fullName());
    name.getElement().setAttribute("router-link", true);
    name.setId("preview-open");
    Facts facts = new Facts(workspace.text("person.business"));
    facts.removeClassName("kt-panel");
    facts.fact(workspace.text("person.party"), person.partyName());
    facts.fact(workspace.text("person.position"), person.position());
    facts.fact(workspace.text("person.department"), person.department());
    person
        .phones()
        .forEach(
            phone -> facts.always(words.kind("phone", phone.kind()), new PhoneLink(phone.value())));
    person.emails().forEach(email -> facts.fact(words.kind("email", email.kind()), email.value()));
    facts.fact(workspace.text("person.remarks"), person.remarks());
    add(new H2(name), facts);
  }
}
