package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.rest.internal.json.JsonMapping;

class QueriesTest {

  private final ObjectMapper mapper = JsonMapping.fresh();

  @Test
  void a_filter_has_the_names_of_the_parameters() throws JsonProcessingException {
    RegisterData register =
        mapper.readValue(
            "{\"name\":\"Big\",\"filter\":{\"tag\":[\"a\",\"b\"],\"custom.size.from\":10}}",
            RegisterData.class);

    assertEquals(Set.of("a", "b"), register.filter().tags());
    assertEquals("10", register.filter().custom().get("size").from());
    assertEquals(
        register, mapper.readValue(mapper.writeValueAsString(register), RegisterData.class));
  }

  @Test
  void what_means_nothing_is_refused() {
    assertThrows(
        JsonProcessingException.class,
        () -> mapper.readValue("{\"name\":\"Big\",\"filter\":{\"tagg\":1}}", RegisterData.class));
    assertThrows(
        JsonProcessingException.class,
        () -> mapper.readValue("{\"name\":\"Big\",\"filter\":[1]}", RegisterData.class));
  }

  @Test
  void no_filter_is_none() throws JsonProcessingException {
    assertTrue(mapper.readValue("{}", PartyQuery.class).isAll());
    assertEquals(
        null, mapper.readValue("{\"name\":\"Big\",\"filter\":null}", RegisterData.class).filter());
  }
}
