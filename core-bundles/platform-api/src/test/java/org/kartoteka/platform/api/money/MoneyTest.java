package org.kartoteka.platform.api.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void an_amount_is_rounded_half_away_from_zero_to_the_unit_of_its_currency() {
    assertEquals(money("2.35", "PLN"), money("2.345", "PLN").rounded());
    assertEquals(money("-2.35", "PLN"), money("-2.345", "PLN").rounded());
    assertEquals(money("3", "JPY"), money("2.5", "JPY").rounded());
    assertEquals(money("1.235", "KWD"), money("1.2345", "KWD").rounded());
  }

  @Test
  void shares_of_an_amount_sum_to_it_and_the_rest_of_rounding_goes_to_the_named_one() {
    List<BigDecimal> thirds = List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

    assertEquals(
        List.of(money("33.33", "PLN"), money("33.34", "PLN"), money("33.33", "PLN")),
        money("100", "PLN").split(thirds, 1));
    assertEquals(
        List.of(money("-33.34", "PLN"), money("-33.33", "PLN"), money("-33.33", "PLN")),
        money("-100", "PLN").split(thirds, 0));
  }

  @Test
  void amounts_of_two_currencies_are_never_added() {
    assertThrows(IllegalArgumentException.class, () -> money("1", "PLN").plus(money("1", "EUR")));
  }

  private static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }
}
