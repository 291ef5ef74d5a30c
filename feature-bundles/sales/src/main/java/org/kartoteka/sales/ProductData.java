package org.kartoteka.sales;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What people can say of a product or service.
 *
 * @param code unique, in capitals; stays on documents
 * @param price net, for one unit; up to six decimals
 * @param cost what one unit costs us; null when nobody knows
 * @param currency of price and cost
 * @param taxCode the code of a rate of tax
 * @param groupId may be null
 * @param active whether it can be sold
 */
public record ProductData(
    String code,
    String name,
    ProductKind kind,
    String unit,
    BigDecimal price,
    BigDecimal cost,
    Currency currency,
    String taxCode,
    ProductGroupId groupId,
    boolean active) {}
