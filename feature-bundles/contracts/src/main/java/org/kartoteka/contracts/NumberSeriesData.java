package org.kartoteka.contracts;

/**
 * A number series.
 *
 * @param pattern as {@link org.kartoteka.platform.api.record.NumberPattern} says
 */
public record NumberSeriesData(String name, String pattern) {}
