package org.kartoteka.competitors;

import java.time.Instant;
import org.kartoteka.core.api.party.PartyId;

/**
 * That the current user watches a customer or competitor.
 *
 * @param competitor whether the party is a competitor
 */
public record WatchView(PartyId partyId, String partyName, boolean competitor, Instant since) {}
