package org.kartoteka.commissions.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  private static final Map<String, BigDecimal> NUMBERS =
      Map.of("net", new BigDecimal("1000.10"), "cost", new BigDecimal("400"));

  @Test
  void reckons_exactly_with_the_numbers_of_the_deal() {
    assertEquals(0, new BigDecimal("300.05").compareTo(value("(net - cost) / 2")));
    assertEquals(0, new BigDecimal("0.3").compareTo(value("0.1 + 0.2")));
    assertEquals(0, new BigDecimal("1000.10").compareTo(value("IF(net > 1000, MAX(net, 1), 0)")));
  }

  @Test
  void what_cannot_be_reckoned_comes_to_nothing() {
    assertEquals(0, BigDecimal.ZERO.compareTo(value("net / 0")));
    assertEquals(0, BigDecimal.ZERO.compareTo(value("net > 1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9^9^9^9^9",
        "FACT(100000000)",
        "RANDOM()",
        "secret + 1",
        "net +",
        "net; cost",
        "STR_UPPER(\"a\")",
        "DT_NOW()",
        "net[1]",
        "a.b"
      })
  void nothing_but_plain_arithmetic_is_known(String text) {
    assertEquals(Optional.of("formula"), Formula.problem(text));
  }

  @Test
  void endless_and_deep_formulas_are_refused_at_once() {
    assertEquals(Optional.of("tooLong"), Formula.problem("1" + "+1".repeat(10_000)));
    assertEquals(Optional.of("required"), Formula.problem(" "));
    assertTrue(Formula.problem("(".repeat(249) + "net" + ")".repeat(248)).isPresent());
    assertTimeout(
        Duration.ofSeconds(1),
        () -> value("(".repeat(100) + "net" + "*net)".repeat(79) + ")".repeat(21)));
  }

  private static BigDecimal value(String text) {
    return new Formula(text).value(NUMBERS);
  }
}
