package org.kartoteka.ui.api.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneTextTest {

  @ParameterizedTest
  @CsvSource({
    "+48221234567, +48 22 123 45 67",
    "+35929876543, +359 2 987 6543",
    "+74951234567, +7 495 123-45-67",
    "+442079460018, +44 20 7946 0018"
  })
  void a_kept_number_is_shown_in_its_groups(String kept, String shown) {
    assertEquals(shown, PhoneText.international(kept));
  }

  @ParameterizedTest
  @CsvSource({"22 123 45 67 ext. 5", "ask reception", "+999"})
  void what_cannot_be_understood_stays_as_it_was_written(String kept) {
    assertEquals(kept, PhoneText.international(kept));
  }

  @Test
  void no_number_is_no_text() {
    assertEquals("", PhoneText.international(null));
  }

  @Test
  void only_a_number_for_every_telephone_can_be_called() {
    assertTrue(PhoneText.isDiallable("+48221234567"));
    assertFalse(PhoneText.isDiallable("22 123 45 67"));
    assertFalse(PhoneText.isDiallable(null));
  }
}
