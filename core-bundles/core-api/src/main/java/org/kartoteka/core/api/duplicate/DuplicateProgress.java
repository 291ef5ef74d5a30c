package org.kartoteka.core.api.duplicate;

/**
 * How far the search for duplicates is.
 *
 * @param waiting how many new and changed parties are still to be compared
 * @param open how many pairs wait for a decision, counted up to 10,000
 */
public record DuplicateProgress(long waiting, long open) {}
