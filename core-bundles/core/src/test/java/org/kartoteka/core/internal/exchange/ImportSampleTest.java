package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportSampleTest {

  private final ImportSample sample = new ImportSample();

  @Test
  void a_column_that_is_empty_in_the_first_rows_has_examples_too() {
    for (int row = 0; row < 40; row++) {
      sample.add(Map.of("name", "Firm " + row % 2, "web", row < 30 ? " " : "site" + row));
    }

    assertEquals(10, sample.rows().size());
    assertEquals(
        Map.of("name", List.of("Firm 0", "Firm 1"), "web", List.of("site30", "site31", "site32")),
        sample.examples());
  }

  @Test
  void a_long_file_is_not_read_to_its_end() {
    for (int row = 1; row < 500; row++) {
      assertTrue(sample.add(Map.of("name", "Firm")));
    }

    assertFalse(sample.add(Map.of("name", "Firm")));
  }
}
