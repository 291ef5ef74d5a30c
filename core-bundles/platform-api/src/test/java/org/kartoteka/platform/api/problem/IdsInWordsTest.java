package org.kartoteka.platform.api.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.security.UserId;

/** Texts group the digits of numbers (987,654); an id that is told so cannot be looked for. */
class IdsInWordsTest {

  @Test
  void anIdIsTextInWhatIsNotFound() {
    assertEquals(List.of("party", "987654"), new NotFound("party", 987654L).arguments());
    assertEquals(List.of("role", "BOSS"), new NotFound("role", "BOSS").arguments());
  }

  @Test
  void anIdIsTextInWhatIsWrongWithAFieldAndAQuantityIsNot() {
    assertEquals(
        List.of("987654", 100000),
        FieldError.of("owner", "unknownUser", new UserId(987654), 100000).arguments());
  }
}
