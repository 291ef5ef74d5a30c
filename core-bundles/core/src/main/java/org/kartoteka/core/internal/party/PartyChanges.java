package org.kartoteka.core.internal.party;

import static org.kartoteka.core.internal.data.Phrases.joined;
import static org.kartoteka.core.internal.data.Phrases.phrase;

import java.util.List;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.data.Phrases;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;

/** What changed in a party, field by field. */
final class PartyChanges {

  private PartyChanges() {}

  static List<FieldChange> between(Names names, PartyView before, PartyView after) {
    return new FieldChanges<>(before, after)
        .field("kind", PartyView::kind)
        .field("name", PartyView::name)
        .field("shortName", PartyView::shortName)
        .field("number", PartyView::number)
        .field("status", PartyView::status)
        .field(
            "identifiers",
            party -> joined(party.identifiers(), one -> one.type() + ": " + one.value()))
        .field("addresses", party -> Phrases.addresses(party.addresses()))
        .field("phones", party -> Phrases.phones(party.phones()))
        .field("emails", party -> Phrases.emails(party.emails()))
        .field("web", PartyView::web)
        .field(
            "bankAccounts",
            party ->
                joined(
                    party.bankAccounts(),
                    one -> phrase(", ", one.iban(), one.bic(), one.bank(), one.currency())))
        .field("paymentTermDays", PartyView::paymentTermDays)
        .field("documentText", PartyView::documentText)
        .field("language", PartyView::language)
        .field("currency", PartyView::currency)
        .field("rating", PartyView::rating)
        .pointer("ownerId", PartyView::ownerId, names::user)
        .field("tags", party -> String.join(", ", party.tags()))
        .field("roles", party -> String.join(", ", party.roles()))
        .field("person.sex", party -> party.person() == null ? null : party.person().sex())
        .each("custom.", PartyView::custom)
        .list();
  }
}
