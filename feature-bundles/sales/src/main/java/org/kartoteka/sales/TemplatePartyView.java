package org.kartoteka.sales;

import org.kartoteka.core.api.party.PartyId;

/**
 * A party that gets the invoices of a template.
 *
 * @param partyName null when the reader may not see parties
 */
public record TemplatePartyView(PartyId partyId, String partyName) {}
