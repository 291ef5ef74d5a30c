package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceRackTest {

  private static final Map<String, Object> PARTIES =
      Map.of("service.id", 5L, "service.bundleid", 1L);
  private static final Map<String, Object> RIVALS =
      Map.of("service.id", 6L, "service.bundleid", 2L);

  private final ResourceRack rack = new ResourceRack();

  @Path("parties")
  static final class Parties {}

  @Path("parties/{id}/rivals")
  static final class Rivals {}

  @Test
  void the_longest_path_that_fits_answers_and_our_own_shelf_else() {
    rack.put(new Parties(), PARTIES);
    rack.put(new Rivals(), RIVALS);

    assertEquals(List.of("parties"), rack.at("parties/7/notes").paths());
    assertEquals(List.of("parties/{id}/rivals"), rack.at("parties/7/rivals/3").paths());
    assertEquals(List.of(), rack.at("persons").paths());
  }

  @Test
  void a_bundle_that_comes_or_goes_changes_nothing_for_others() {
    rack.put(new Parties(), PARTIES);
    Shelf parties = rack.at("parties");
    long before = parties.edition();

    rack.put(new Rivals(), RIVALS);
    Shelf first = rack.at("parties/7/rivals");
    rack.take(RIVALS);

    assertSame(parties, rack.at("parties/7/rivals"));
    assertEquals(before, parties.edition());
    rack.put(new Rivals(), RIVALS);
    assertNotSame(first, rack.at("parties/7/rivals"), "a new life begins with a new shelf");
  }

  @Test
  void what_all_depend_on_changes_all() {
    rack.put(new Parties(), PARTIES);
    long before = rack.at("parties").edition();

    rack.touch();

    assertTrue(rack.at("parties").edition() > before);
  }
}
