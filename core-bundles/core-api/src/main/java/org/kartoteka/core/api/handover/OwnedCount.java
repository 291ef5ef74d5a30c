package org.kartoteka.core.api.handover;

/**
 * How many records of a kind belong to somebody.
 *
 * @param kind {@code party} or a kind of {@link OwnedRecords}
 */
public record OwnedCount(String kind, long records) {}
