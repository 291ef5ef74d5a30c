package org.kartoteka.core.api.note;

import java.util.List;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * What a note says (TEN-16).
 *
 * @param text 1 to 100,000 characters
 * @param links records of features it is tied to; readable also while the feature is off
 * @param pinned whether it stays on top
 */
public record NoteData(String text, List<RecordRef> links, boolean pinned) {

  public NoteData {
    links = links == null ? List.of() : List.copyOf(links);
  }

  /** A plain note. */
  public static NoteData text(String text) {
    return new NoteData(text, List.of(), false);
  }
}
