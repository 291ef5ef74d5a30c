package org.kartoteka.commissions;

import java.math.BigDecimal;

/**
 * A step of a scale; what lies below the first one earns nothing.
 *
 * @param from the base at which it begins, this value included
 * @param percent the share
 */
public record Tier(BigDecimal from, BigDecimal percent) {}
