package org.kartoteka.core.internal.merge;

import java.util.List;
import java.util.Map;

/**
 * What the core needs to undo a merge.
 *
 * @param before the survivor's fields before
 * @param after the survivor's fields after
 * @param personBefore of a natural person the fields of its person before; else empty
 * @param personAfter of a natural person the fields of its person after; else empty
 * @param statusBefore the survivor's status before
 * @param statusAfter the survivor's status after
 * @param parts what moved, by party
 */
record CoreMemo(
    Map<String, Object> before,
    Map<String, Object> after,
    Map<String, Object> personBefore,
    Map<String, Object> personAfter,
    String statusBefore,
    String statusAfter,
    List<Part> parts) {

  /** The same, had an earlier merge into the same survivor not been. */
  CoreMemo without(CoreMemo earlier) {
    return new CoreMemo(
        parted(earlier.before, earlier.after, before),
        parted(earlier.before, earlier.after, after),
        parted(earlier.personBefore, earlier.personAfter, personBefore),
        parted(earlier.personBefore, earlier.personAfter, personAfter),
        statusBefore.equals(earlier.statusAfter) ? earlier.statusBefore : statusBefore,
        statusAfter.equals(earlier.statusAfter) ? earlier.statusBefore : statusAfter,
        parts);
  }

  /** A state of a card, had an earlier merge not been. */
  static Map<String, Object> parted(
      Map<String, Object> before, Map<String, Object> after, Map<String, Object> state) {
    return FieldMerge.parted(FieldTree.kept(before), FieldTree.kept(after), FieldTree.kept(state))
        .fields()
        .map();
  }

  /**
   * What moved from one party.
   *
   * @param persons its persons
   * @param notes its notes
   * @param personNotes of a natural person the notes about its person
   * @param registers the registers it was in
   * @param newRegisters those of them the survivor was not in
   * @param parties the parties that had become part of it before
   * @param people of a natural person the persons that had become part of its person before
   */
  record Part(
      long party,
      List<Long> persons,
      List<Long> notes,
      List<Long> personNotes,
      List<Long> registers,
      List<Long> newRegisters,
      List<Long> parties,
      List<Long> people) {}
}
