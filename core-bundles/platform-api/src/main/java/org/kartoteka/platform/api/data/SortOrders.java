package org.kartoteka.platform.api.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** The orders a list can be read in; the id decides among equals. */
public final class SortOrders {

  private final String id;
  private final PageRequest usual;
  private final Map<String, Order> orders = new LinkedHashMap<>();

  /**
   * Something to sort by.
   *
   * @param expression SQL that is never null
   */
  public record Order(String expression, SortType type) {}

  /**
   * Orders.
   *
   * @param id the column of the id
   * @param usual the list's own order, such as {@code -date}
   */
  public SortOrders(String id, String usual) {
    this.id = id;
    this.usual = new PageRequest(1, null, usual);
  }

  /** Adds something to sort by. */
  public SortOrders by(String field, SortType type, String expression) {
    orders.put(field, new Order(expression, type));
    return this;
  }

  String id() {
    return id;
  }

  Order of(PageRequest request) {
    Order order = orders.get(chosen(request).sortField());
    if (order == null) {
      throw new InvalidInput(FieldError.of("sort", "sort"));
    }
    return order;
  }

  boolean descending(PageRequest request) {
    return chosen(request).descending();
  }

  private PageRequest chosen(PageRequest request) {
    return request.sort() == null ? usual : request;
  }
}
