package org.kartoteka.core.api.merge;

import org.kartoteka.platform.api.record.RecordRef;

/**
 * A card as a merge shows it.
 *
 * @param record the card
 * @param revision the revision that is shown
 * @param detail what tells it from others of the same name: a party's number, a person's position
 */
public record MergeCard(RecordRef record, long revision, String detail) {}
