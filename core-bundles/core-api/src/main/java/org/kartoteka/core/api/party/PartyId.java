package org.kartoteka.core.api.party;

import org.kartoteka.platform.api.record.Id;

/** The id of a party. */
public record PartyId(long value) implements Id {}
