package org.kartoteka.ui.api.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;

class KeysetPagesTest {

  private final List<PageRequest> asked = new ArrayList<>();
  private int size = 95;

  private final KeysetPages<Integer> pages = new KeysetPages<>(10, this::page);

  @Test
  void readsTheFirstRows() {
    assertEquals(numbers(0, 20), pages.rows(0, 20, null));
  }

  @Test
  void readsAnyPartByWalkingToIt() {
    assertEquals(numbers(47, 62), pages.rows(47, 15, null));
  }

  @Test
  void asksForAKnownPageDirectly() {
    pages.rows(0, 50, null);
    asked.clear();

    assertEquals(numbers(30, 40), pages.rows(30, 10, null));

    assertEquals(1, asked.size());
  }

  @Test
  void givesFewerRowsOnlyAtTheEnd() {
    assertEquals(numbers(90, 95), pages.rows(90, 10, null));
    assertEquals(List.of(), pages.rows(100, 10, null));
  }

  @Test
  void endsExactlyWhereAFullPageIsTheLast() {
    size = 20;

    assertEquals(numbers(10, 20), pages.rows(10, 10, null));
    assertEquals(List.of(), pages.rows(20, 10, null));
  }

  @Test
  void forgetsItsCursorsWhenTheOrderChanges() {
    pages.rows(0, 50, null);

    pages.rows(10, 10, "-name");

    PageRequest last = asked.get(asked.size() - 1);
    assertEquals("-name", last.sort());
    assertEquals("10", last.after());
  }

  @Test
  void findsRowsThatWereAddedAfterTheEnd() {
    pages.rows(90, 20, null);
    size = 105;
    pages.forget();

    assertEquals(numbers(90, 105), pages.rows(90, 20, null));
  }

  private Page<Integer> page(PageRequest request) {
    asked.add(request);
    int from = request.after() == null ? 0 : Integer.parseInt(request.after());
    int to = Math.min(size, from + request.limit());
    return new Page<>(numbers(from, to), to < size ? Integer.toString(to) : null);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
