package org.kartoteka.core.api.merge;

/**
 * How many records of one sort belong to a party.
 *
 * @param what the sort, such as {@code person} or {@code competitors.presence}; the text {@code
 *     merge.moved.<what>} says it with the number as {@code {0}}
 */
public record MovedRecords(String what, long count) {}
