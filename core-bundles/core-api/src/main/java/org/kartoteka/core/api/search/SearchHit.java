package org.kartoteka.core.api.search;

import org.kartoteka.platform.api.record.RecordRef;

/**
 * A record that was found.
 *
 * @param record what was found; the label is shown
 * @param detail a second line that tells it from others of the same name; may be empty
 * @param address where the browser shows it, relative to the application; may be null
 * @param formerly the name, number or identifier by which it was found, where that is of a card
 *     that became part of it; null otherwise
 */
public record SearchHit(RecordRef record, String detail, String address, String formerly) {

  /** A record that was found by what it is called now. */
  public SearchHit(RecordRef record, String detail, String address) {
    this(record, detail, address, null);
  }
}
