package org.kartoteka.contracts;

import java.math.BigDecimal;

/**
 * A price that was agreed for orders.
 *
 * @param unitPrice net, for one unit, in the contract's currency
 * @param minQuantity from which quantity it holds; 0 when null
 * @param maxQuantity up to which quantity may be ordered at it; null without limit
 */
public record TariffLine(
    String product,
    String name,
    String unit,
    BigDecimal unitPrice,
    BigDecimal minQuantity,
    BigDecimal maxQuantity) {}
