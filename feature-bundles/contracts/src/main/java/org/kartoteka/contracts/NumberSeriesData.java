package org.kartoteka.contracts;

/**
 * A number series.
 *
 * @param pattern such as <code>K/{yyyy}/{nnnn}</code>: the counter <code>{n}</code> with as many
 *     digits at least as there are letters, <code>{yyyy}</code>, <code>{yy}</code>, <code>{mm}
 *     </code> of the day; it counts anew whenever the rest is another
 */
public record NumberSeriesData(String name, String pattern) {}
