package org.kartoteka.core.internal.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts the parts of a record back that an import changed and nobody edited since. */
final class Restoring {

  private Restoring() {}

  /**
   * Puts parts back.
   *
   * @param present the record's parts, which are changed
   * @param fieldByField whether fields are known to be edited, so that no part goes back as a whole
   * @return the parts that were edited since and stay
   */
  static List<String> parts(ObjectNode present, Trace trace, boolean fieldByField) {
    List<String> names = new ArrayList<>();
    trace.after().fieldNames().forEachRemaining(names::add);
    if (fieldByField) {
      return names;
    }
    List<String> edited = new ArrayList<>();
    for (String name : names) {
      if (Objects.equals(present.get(name), trace.after().get(name))) {
        present.set(name, trace.before().get(name));
      } else {
        edited.add(name);
      }
    }
    return edited;
  }

  /** The record with some of its parts as they were. */
  static ObjectNode with(ObjectNode present, ObjectNode parts, List<String> names) {
    ObjectNode other = present.deepCopy();
    names.forEach(name -> other.set(name, parts.get(name)));
    return other;
  }
}
