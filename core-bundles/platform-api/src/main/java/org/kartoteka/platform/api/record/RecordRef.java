package org.kartoteka.platform.api.record;

import java.util.Objects;

/**
 * Points to a record of any bundle, without a foreign key, and stays readable when that bundle is
 * switched off.
 *
 * @param type the record's type, such as {@code party} or {@code competitors.strategy-change}; what
 *     it is called is the text {@code record.<type>}
 * @param id the record's id within its type
 * @param label what the record was called when the reference was made; may be empty, never null
 */
public record RecordRef(String type, String id, String label) {

  public RecordRef {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    label = label == null ? "" : label;
  }

  /** A reference to the record with the given typed id. */
  public static RecordRef of(String type, Id id, String label) {
    return new RecordRef(type, Long.toString(id.value()), label);
  }
}
