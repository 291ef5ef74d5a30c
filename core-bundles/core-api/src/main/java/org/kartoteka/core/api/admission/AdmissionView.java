package org.kartoteka.core.api.admission;

import java.time.Instant;
import org.kartoteka.core.api.party.PartyId;

/**
 * A review of a party.
 *
 * @param again whether the party was refused before
 * @param question why it was asked for; may be null
 * @param decidedAt null while it is pending
 * @param decidedBy null while it is pending
 * @param reason of the decision; always given for a refusal
 */
public record AdmissionView(
    AdmissionId id,
    PartyId partyId,
    String partyName,
    AdmissionState state,
    boolean again,
    Instant askedAt,
    String askedBy,
    String question,
    Instant decidedAt,
    String decidedBy,
    String reason) {}
