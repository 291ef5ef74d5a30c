package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.ui.internal.record.Words;

/**
 * A card in a line of a list.
 *
 * @param id its number
 * @param party the party it is, or belongs to
 * @param detail what tells it from others of its name
 */
record CardLine(Mergeable what, long id, PartyId party, String name, String detail) {

  static CardLine of(PartySummary party) {
    return new CardLine(
        Mergeable.PARTY,
        party.id().value(),
        party.id(),
        party.name(),
        Words.joined(" · ", party.number(), party.identifier(), party.city()));
  }

  static CardLine of(PersonView person) {
    return new CardLine(
        Mergeable.PERSON,
        person.id().value(),
        person.partyId(),
        person.fullName(),
        Words.joined(
            " · ",
            person.partyName(),
            person.position(),
            person.emails().isEmpty() ? null : person.emails().get(0).value()));
  }

  /** The name as a link, the detail below it. */
  Component link() {
    Anchor link = new Anchor(what.address(id), name);
    link.getElement().setAttribute("router-link", true);
    link.addClassNames("kt-row-link", "kt-truncate");
    Span second = new Span(detail);
    second.addClassNames("kt-muted", "kt-truncate");
    Div both = new Div(link, second);
    both.addClassName("kt-two-lines");
    return both;
  }
}
