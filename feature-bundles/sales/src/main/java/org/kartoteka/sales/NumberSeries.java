package org.kartoteka.sales;

/**
 * A series of numbers. The numbers of a series are given without a gap.
 *
 * @param pattern as {@link org.kartoteka.platform.api.record.NumberPattern} says; the day is that
 *     of issue
 * @param usual whether new documents of the kind get it
 */
public record NumberSeries(String code, DocumentKind kind, String pattern, boolean usual) {}
