package org.kartoteka.core.api.bulk;

import org.kartoteka.core.api.party.PartyId;

/**
 * A party that a bulk act could not change, or, of an undo, that was edited since and kept.
 *
 * @param partyName null when the party is gone
 * @param reason in the reader's language
 */
public record BulkRefusalView(PartyId partyId, String partyName, String reason) {}
