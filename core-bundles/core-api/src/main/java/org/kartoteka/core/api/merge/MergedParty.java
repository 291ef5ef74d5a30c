package org.kartoteka.core.api.merge;

import org.kartoteka.core.api.party.PartyId;

/** A party that became part of another, with what it was called. */
public record MergedParty(PartyId id, String name, String number) {}
