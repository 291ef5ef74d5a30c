package org.kartoteka.contracts;

import java.math.BigDecimal;

/** A line of an order that is to be checked; the price is net, for one unit. */
public record OrderLine(String product, BigDecimal quantity, BigDecimal unitPrice) {}
