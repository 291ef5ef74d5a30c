package org.kartoteka.core.internal.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;

class RegistersServiceTest {

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void a_party_may_be_in_many_registers() {
    PartyId party = core.parties.register(PartyData.organisation("Everywhere")).id();
    RegisterView one = core.registers.define(RegisterData.byHand("Suppliers", "Those who supply"));
    RegisterView two = core.registers.define(RegisterData.byHand("Clients", null));

    core.registers.put(one.id(), List.of(party, party, new PartyId(99_999_999)));
    core.registers.put(two.id(), List.of(party));
    core.registers.put(two.id(), List.of(party));

    assertEquals(
        List.of("Clients", "Suppliers"),
        core.registers.of(party).stream().map(RegisterView::name).toList());
    assertEquals(1, core.registers.get(one.id()).size());
    assertTrue(
        core.history.changes().stream()
            .flatMap(change -> change.changes().stream())
            .anyMatch(new FieldChange("parties", null, "Everywhere")::equals));

    core.registers.take(one.id(), List.of(party));
    core.registers.remove(two.id(), ExpectedRevision.of(two.revision()));

    assertEquals(List.of(), core.registers.of(party));
    assertEquals("Everywhere", core.parties.get(party).name());
    assertThrows(NotFound.class, () -> core.registers.get(two.id()));
  }

  @Test
  void names_are_unique_without_regard_to_case() {
    core.registers.define(RegisterData.byHand("Unique", null));

    InvalidInput refused =
        assertThrows(
            InvalidInput.class, () -> core.registers.define(RegisterData.byHand(" UNIQUE ", null)));

    assertEquals("notUnique", refused.errors().get(0).code());
  }
}
