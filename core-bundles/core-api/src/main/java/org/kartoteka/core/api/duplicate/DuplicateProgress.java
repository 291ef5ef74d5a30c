package org.kartoteka.core.api.duplicate;

/**
 * How far the search for duplicates is.
 *
 * @param waiting how many new and changed parties are still to be compared
 * @param open how many pairs of parties wait for a decision, counted up to 10,000
 * @param waitingPersons how many new and changed contact persons are still to be compared
 * @param openPersons how many pairs of persons wait for a decision, counted up to 10,000; 0 for who
 *     may not read persons
 */
public record DuplicateProgress(long waiting, long open, long waitingPersons, long openPersons) {}
