package org.kartoteka.ui.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressStateTest {

  @Test
  void comesBackFromAnAddressAsItWentIn() {
    AddressState state =
        AddressState.empty()
            .with("q", "Łódź & Синове = 100%")
            .with("status", List.of("ACTIVE", "BARRED"));

    AddressState again = AddressState.parse(state.toQuery());

    assertEquals(state, again);
    assertEquals("Łódź & Синове = 100%", again.first("q"));
    assertEquals(List.of("ACTIVE", "BARRED"), again.all("status"));
  }

  @Test
  void leavesOutWhatIsBlank() {
    AddressState state = AddressState.empty().with("q", "  ").with("sort", "name").without("sort");

    assertTrue(state.isEmpty());
    assertEquals("parties", state.at("parties"));
    assertNull(state.first("q"));
  }

  @Test
  void survivesBrokenEscapes() {
    assertEquals("%zz", AddressState.parse("q=%zz&&=x&y").first("q"));
    assertTrue(AddressState.parse(null).isEmpty());
  }
}
