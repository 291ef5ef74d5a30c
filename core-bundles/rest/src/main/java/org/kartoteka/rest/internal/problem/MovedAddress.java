package org.kartoteka.rest.internal.problem;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.problem.Moved;

/** Where a request goes to whose address names a record that is part of another now. */
final class MovedAddress {

  private static final Map<String, String> COLLECTIONS =
      Map.of("party", "parties", "person", "persons");

  private MovedAddress() {}

  /** The same path with the other record's id; empty when the path does not name the record. */
  static Optional<String> of(Moved moved, String path) {
    String collection = COLLECTIONS.get(moved.type());
    if (collection == null) {
      return Optional.empty();
    }
    Matcher place =
        Pattern.compile("/" + collection + "/" + moved.from() + "(?=/|$)").matcher(path);
    return place.find()
        ? Optional.of(place.replaceFirst("/" + collection + "/" + moved.to()))
        : Optional.empty();
  }
}
