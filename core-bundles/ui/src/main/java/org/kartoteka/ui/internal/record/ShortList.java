package org.kartoteka.ui.internal.record;

import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;

/** Pages of a list that is short by its nature, such as the users or the registers of a firm. */
public final class ShortList {

  private ShortList() {}

  /** The wanted part of the list; the cursor is the place where the next part begins. */
  public static <T> Page<T> page(List<T> all, PageRequest request) {
    int from = request.after() == null ? 0 : Integer.parseInt(request.after());
    int to = Math.min(all.size(), from + request.limit());
    return new Page<>(
        from >= to ? List.of() : all.subList(from, to),
        to < all.size() ? Integer.toString(to) : null);
  }
}
