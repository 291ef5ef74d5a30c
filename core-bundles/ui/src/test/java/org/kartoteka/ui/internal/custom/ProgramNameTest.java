package org.kartoteka.ui.internal.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramNameTest {

  @ParameterizedTest
  @CsvSource({
    "Customer segment, customer_segment",
    "Wielkość (łączna), wielkosc_laczna",
    "Дата на договора, data_na_dogovora",
    "Область, oblast",
    "  !?, ''",
    "2nd visit, 2nd_visit"
  })
  void words_of_any_script_make_a_name(String words, String name) {
    assertEquals(name, ProgramName.of(words));
  }

  @Test
  void a_name_is_not_longer_than_a_field_may_have() {
    assertEquals(50, ProgramName.of("щ".repeat(60)).length());
  }
}
