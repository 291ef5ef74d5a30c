package org.kartoteka.core.internal.merge;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the core needs to undo a merge of persons.
 *
 * @param before the survivor's fields before, without its superior
 * @param after the survivor's fields after, without its superior
 * @param superiorBefore the superior chosen for the survivor before; null for none
 * @param superiorAfter the superior chosen for the survivor after; null for none
 * @param parts what moved, by person
 */
record PersonMemo(
    Map<String, Object> before,
    Map<String, Object> after,
    Long superiorBefore,
    Long superiorAfter,
    List<Part> parts) {

  /** The same, had an earlier merge into the same survivor not been. */
  PersonMemo without(PersonMemo earlier) {
    return new PersonMemo(
        CoreMemo.parted(earlier.before, earlier.after, before),
        CoreMemo.parted(earlier.before, earlier.after, after),
        without(earlier, superiorBefore),
        without(earlier, superiorAfter),
        parts);
  }

  private static Long without(PersonMemo earlier, Long superior) {
    return Objects.equals(superior, earlier.superiorAfter) ? earlier.superiorBefore : superior;
  }

  /**
   * What moved from one person.
   *
   * @param notes the notes about it
   * @param people the persons that had become part of it before
   */
  record Part(long person, List<Long> notes, List<Long> people) {}
}
