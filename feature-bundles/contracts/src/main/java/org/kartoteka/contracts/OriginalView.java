package org.kartoteka.contracts;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.security.UserId;

/**
 * The signed paper of a contract or an annex.
 *
 * @param annexId null for the contract itself
 * @param title the number of the contract or annex
 * @param holder who has it now; null when nobody knows
 * @param askedOn when it was asked for last; null when it was not
 * @param receivedOn when it came to us; null while it is missing
 * @param place where it is kept
 */
public record OriginalView(
    OriginalId id,
    long revision,
    ContractId contractId,
    AnnexId annexId,
    String title,
    PartyId partyId,
    String partyName,
    UserId responsibleId,
    LocalDate signedOn,
    String holder,
    LocalDate askedOn,
    String askedBy,
    LocalDate receivedOn,
    String place)
    implements Versioned {}
