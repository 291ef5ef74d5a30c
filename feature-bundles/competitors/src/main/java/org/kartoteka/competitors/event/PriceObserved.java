package org.kartoteka.competitors.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.competitors.PriceObservationId;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A price of a competitor's product was observed.
 *
 * @param customer where it was observed; null when at no customer of ours
 */
@EventType("competitors.price-observed")
public record PriceObserved(
    PriceObservationId id,
    PartyId competitor,
    ProductId product,
    String productName,
    PartyId customer,
    LocalDate date,
    BigDecimal amount,
    String currency)
    implements DomainEvent {}
