package org.kartoteka.platform.api.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowCellsTest {

  private enum Size {
    SMALL,
    LARGE
  }

  @Test
  void reads_what_people_and_systems_write() {
    RowCells row =
        new RowCells(
            Map.of(
                "day",
                "1.02.2026",
                "amount",
                "1 234,50",
                "less",
                "-2",
                "rate",
                ".0120",
                "size",
                "small"));

    assertEquals("2026-02-01", row.day("day").toString());
    assertEquals(new BigDecimal("1234.50"), row.amount("amount"));
    assertEquals(new BigDecimal("-2"), row.number("less"));
    assertEquals(0, new BigDecimal("0.012").compareTo(row.amount("rate")));
    assertEquals(Size.SMALL, row.word("size", Size.class));
    assertNull(row.day("blank"));
    assertEquals(List.of(), row.errors());
  }

  @Test
  void gathers_what_is_wrong_with_the_columns_concerned() {
    RowCells row =
        new RowCells(Map.of("day", "soon", "less", "-2", "size", "huge", "who", "Nobody"));

    row.required("name");
    row.day("day");
    row.amount("less");
    row.word("size", Size.class);
    row.named("who", "unknownUser", name -> Optional.empty());

    assertEquals(
        List.of("name required", "day date", "less numeric", "size choice", "who unknownUser"),
        row.errors().stream().map(error -> error.field() + " " + error.code()).toList());
  }
}
