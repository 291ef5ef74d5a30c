package org.kartoteka.rest.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.rest.internal.problem.JsonErrors;

/** What of JSON is taken, and as what. */
class JsonMappingTest {

  private final ObjectMapper mapper = JsonMapping.fresh();

  /** Prices in an order of things. */
  record Order(List<Price> prices) {}

  /** What something costs. */
  record Price(BigDecimal amount) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "\"1e999999999\"", "1e-999999999", "\"1e2147483647\"", "1e101"})
  void a_number_that_no_memory_holds_is_refused_at_its_field(String number) {
    String json = "{\"prices\":[{\"amount\":" + number + "}]}";

    assertRefused(
        assertThrows(JsonProcessingException.class, () -> mapper.readValue(json, Order.class)));
    assertRefused(
        assertThrows(
            JsonProcessingException.class,
            () -> mapper.treeToValue(mapper.readTree(json), Order.class)));
  }

  private static void assertRefused(JsonProcessingException failure) {
    InvalidInput refusal = assertInstanceOf(InvalidInput.class, JsonErrors.explain(failure));
    assertEquals("prices[0].amount", refusal.errors().get(0).field());
    assertEquals("numberSize", refusal.errors().get(0).code());
  }

  @Test
  void numbers_keep_the_digits_they_were_written_with() throws JsonProcessingException {
    Order order =
        mapper.readValue("{\"prices\":[{\"amount\":\"12.50\"},{\"amount\":3}]}", Order.class);

    assertEquals(
        "{\"prices\":[{\"amount\":\"12.50\"},{\"amount\":\"3\"}]}",
        mapper.writeValueAsString(order));
  }
}
