package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;

/**
 * Parties that join or leave a template.
 *
 * @param parties at most 20,000 at once
 * @param effectiveOn the first day on which they pay, or do not pay any longer; today when null
 */
public record TemplateParties(List<PartyId> parties, LocalDate effectiveOn) {

  public TemplateParties {
    parties = parties == null ? List.of() : List.copyOf(parties);
  }
}
