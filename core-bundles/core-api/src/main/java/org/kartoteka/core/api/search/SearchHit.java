package org.kartoteka.core.api.search;

import org.kartoteka.platform.api.record.RecordRef;

/**
 * A record that was found.
 *
 * @param record what was found; the label is shown
 * @param detail a second line that tells it from others of the same name; may be empty
 * @param address where the browser shows it, relative to the application; may be null
 */
public record SearchHit(RecordRef record, String detail, String address) {}
