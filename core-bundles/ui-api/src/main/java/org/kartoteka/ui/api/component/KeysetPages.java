package org.kartoteka.ui.api.component;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;

/**
 * Reads any part of a keyset-paged list by remembering the cursor of each page boundary. Holds
 * cursors only, never rows.
 */
public final class KeysetPages<T> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final transient Function<PageRequest, Page<T>> source;
  private final int pageSize;
  private final List<String> cursors = new ArrayList<>();
  private boolean ended;
  private String sort;

  public KeysetPages(int pageSize, Function<PageRequest, Page<T>> source) {
    this.source = source;
    this.pageSize = pageSize;
    forget();
  }

  /** Forgets all boundaries because the list has changed. */
  public void forget() {
    cursors.clear();
    cursors.add(null);
    ended = false;
  }

  /** The rows from an offset on, fewer than the limit only at the end of the list. */
  public List<T> rows(int offset, int limit, String order) {
    if (!Objects.equals(sort, order)) {
      sort = order;
      forget();
    }
    List<T> rows = new ArrayList<>();
    int number = offset / pageSize;
    int skip = offset % pageSize;
    while (rows.size() < limit && reach(number)) {
      List<T> items = read(number).items();
      if (skip < items.size()) {
        rows.addAll(items.subList(skip, Math.min(items.size(), skip + limit - rows.size())));
      }
      skip = 0;
      number++;
    }
    return rows;
  }

  private boolean reach(int number) {
    while (cursors.size() <= number && !ended) {
      read(cursors.size() - 1);
    }
    return number < cursors.size();
  }

  private Page<T> read(int number) {
    Page<T> page = source.apply(new PageRequest(pageSize, cursors.get(number), sort));
    if (number == cursors.size() - 1) {
      if (page.next() == null) {
        ended = true;
      } else {
        cursors.add(page.next());
        ended = false;
      }
    }
    return page;
  }
}
