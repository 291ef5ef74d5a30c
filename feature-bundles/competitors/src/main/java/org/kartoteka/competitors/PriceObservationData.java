package org.kartoteka.competitors;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.money.Money;

/**
 * A price of a competitor's product that was seen.
 *
 * @param productId required
 * @param date when it was seen, today at the latest; required
 * @param price per unit of the product; required
 * @param customerId at which customer of ours it was seen; may be null
 * @param source where it was seen or who told it
 */
public record PriceObservationData(
    ProductId productId,
    LocalDate date,
    Money price,
    PartyId customerId,
    String source,
    String note) {}
