package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** An export reads so many records at once. */
final class Pieces {

  static final int SIZE = 500;

  private Pieces() {}

  /** The chosen ids. */
  static List<Long> ids(ExportQuery query) {
    List<Long> ids = new ArrayList<>();
    for (String id : query.ids()) {
      if (!id.matches("\\d{1,18}")) {
        throw new InvalidInput(FieldError.of("ids", "filterValue", "ids", id));
      }
      ids.add(Long.parseLong(id));
    }
    return ids;
  }

  static <T> List<List<T>> of(List<T> all) {
    List<List<T>> pieces = new ArrayList<>();
    for (int i = 0; i < all.size(); i += SIZE) {
      pieces.add(all.subList(i, Math.min(i + SIZE, all.size())));
    }
    return pieces;
  }
}
