package org.kartoteka.core.api.trade;

import java.math.BigDecimal;

/**
 * The part of a payment that settles a document.
 *
 * @param document the invoice or credit note
 * @param amount in the document's currency; positive settles, negative takes back
 */
public record Allocation(DocumentRef document, BigDecimal amount) {}
