package org.kartoteka.platform.api.data;

import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many rows at most, 1 to 500
 * @param after the cursor of the page before; null for the first page
 * @param sort the field to sort by, a leading {@code -} for descending; null for the list's own
 *     order
 */
public record PageRequest(int limit, String after, String sort) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 500;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidInput(FieldError.of("limit", "range", 1, MAX_LIMIT));
    }
    after = after == null || after.isBlank() ? null : after;
    sort = sort == null || sort.isBlank() ? null : sort;
  }

  /** The first page with the usual limit. */
  public static PageRequest first() {
    return new PageRequest(DEFAULT_LIMIT, null, null);
  }

  /** The first page with the given limit. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, null, null);
  }

  /** From query parameters; a null limit is the usual one. */
  public static PageRequest of(Integer limit, String after, String sort) {
    return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, after, sort);
  }

  /** The field to sort by without its direction; null for the list's own order. */
  public String sortField() {
    return sort == null ? null : descending() ? sort.substring(1) : sort;
  }

  /** Whether the order is descending. */
  public boolean descending() {
    return sort != null && sort.startsWith("-");
  }
}
