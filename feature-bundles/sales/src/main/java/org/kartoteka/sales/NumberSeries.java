package org.kartoteka.sales;

/**
 * A series of numbers. The numbers of a series are given without a gap.
 *
 * @param pattern {@code {yyyy}} and {@code {MM}} stand for year and month of the day of issue,
 *     {@code {n}} for the number, {@code {n4}} for the number with four digits at least; numbers
 *     start again with each year, or month, that stands in the pattern
 * @param usual whether new documents of the kind get it
 */
public record NumberSeries(String code, DocumentKind kind, String pattern, boolean usual) {}
