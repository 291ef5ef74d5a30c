package org.kartoteka.platform.api.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Map<String, String> TEXTS =
      Map.of("record.party", "podmiot", "permission.core.party.change", "Zmiana podmiotów");

  @Test
  void a_record_has_its_name_and_an_id_that_is_no_number() {
    assertArrayEquals(new Object[] {"podmiot", "123456"}, told(new NotFound("party", 123_456L)));
    assertArrayEquals(
        new Object[] {"podmiot", "123456"}, told(new StaleRevision("party", 123_456L)));
    assertArrayEquals(
        new Object[] {"podmiot", "1234", "5678"}, told(new Moved("party", 1234, 5678)));
  }

  @Test
  void a_permission_has_its_name() {
    assertArrayEquals(new Object[] {"Zmiana podmiotów"}, told(new Forbidden("core.party.change")));
    assertArrayEquals(new Object[0], told(Forbidden.because("problem.outside-scope.CHANGE")));
  }

  @Test
  void what_has_no_name_is_told_as_it_is() {
    assertArrayEquals(new Object[] {"other.thing", "7"}, told(new NotFound("other.thing", 7)));
    assertArrayEquals(new Object[] {5L}, told(new TooManyAttempts(5)));
  }

  private static Object[] told(Problem problem) {
    return problem.arguments(key -> Optional.ofNullable(TEXTS.get(key)));
  }
}
