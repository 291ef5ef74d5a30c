package org.kartoteka.core.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.admission.AdmissionDecision;
import org.kartoteka.core.api.admission.AdmissionFact;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.AdmissionView;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.admission.event.AdmissionAsked;
import org.kartoteka.core.api.admission.event.AdmissionDecided;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;

class AdmissionsTest {

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @BeforeEach
  void required() {
    core.settings.set(Admissions.SETTING, "true");
  }

  @Test
  void a_new_party_waits_and_may_only_be_contacted_and_offered_to() {
    PartyId party = register("Waiting");

    assertEquals(AdmissionState.PENDING, core.admissions.of(party).orElseThrow().state());
    assertTrue(core.gate.permits(party, Dealing.OFFER));
    assertFalse(core.gate.permits(party, Dealing.CONTRACT));
    Refused refused = assertThrows(Refused.class, () -> status(party, PartyStatus.ACTIVE, null));
    assertEquals("problem.admission.pending", refused.key());
    assertTrue(
        core.journal.events(AdmissionAsked.class).stream()
            .anyMatch(event -> event.party().equals(party) && !event.again()));
  }

  @Test
  void an_admitted_party_may_become_active() {
    PartyId party = register("Welcome");

    AdmissionView decided =
        core.admissions.decide(party, new AdmissionDecision(true, "Known for years"));

    assertEquals(AdmissionState.ADMITTED, decided.state());
    assertEquals("tester", decided.decidedBy());
    status(party, PartyStatus.ACTIVE, null);
    assertTrue(core.gate.permits(party, Dealing.CONTRACT));
    assertTrue(
        core.history.of("party", "" + party.value(), PageRequest.first()).items().stream()
            .flatMap(change -> change.changes().stream())
            .anyMatch(
                change -> change.field().equals("admission") && "ADMITTED".equals(change.after())));
    assertThrows(
        Refused.class, () -> core.admissions.decide(party, new AdmissionDecision(true, null)));
  }

  @Test
  void a_refused_party_stays_barred_until_a_new_review_admits_it() {
    PartyId party = register("Unwanted");
    assertThrows(
        InvalidInput.class, () -> core.admissions.decide(party, new AdmissionDecision(false, " ")));

    core.admissions.decide(party, new AdmissionDecision(false, "Does not pay"));

    assertEquals(PartyStatus.BARRED, core.parties.get(party).status());
    assertThrows(Refused.class, () -> status(party, PartyStatus.POTENTIAL, null));
    core.settings.set(Admissions.SETTING, null);
    assertThrows(Refused.class, () -> status(party, PartyStatus.ACTIVE, null));

    AdmissionView again = core.admissions.ask(party, "Pays now");
    assertTrue(again.again());
    assertThrows(Refused.class, () -> status(party, PartyStatus.ACTIVE, null));
    core.admissions.decide(party, new AdmissionDecision(true, null));

    assertEquals(PartyStatus.POTENTIAL, core.parties.get(party).status());
    assertEquals(
        2,
        core.journal.events(AdmissionDecided.class).stream()
            .filter(event -> event.party().equals(party))
            .count());
  }

  @Test
  void without_the_setting_nothing_waits() {
    core.settings.set(Admissions.SETTING, null);

    PartyId party = register("Free");

    assertTrue(core.admissions.of(party).isEmpty());
    status(party, PartyStatus.ACTIVE, null);
  }

  @Test
  void pending_ones_are_listed_the_oldest_first() {
    PartyId first = register("First in line");
    PartyId second = register("Second in line");

    var waiting =
        core.admissions.page(null, PageRequest.first(500)).items().stream()
            .map(AdmissionView::partyId)
            .toList();

    assertTrue(waiting.indexOf(first) < waiting.indexOf(second));
    assertTrue(core.admissions.pending(1000) >= 2);
    var page = core.admissions.page(null, PageRequest.first(1));
    assertEquals(
        waiting.get(1),
        core.admissions.page(null, new PageRequest(1, page.next(), null)).items().get(0).partyId());
  }

  @Test
  void facts_tell_of_cards_that_look_like_the_same_party() {
    PartyId one = register("Twin Steelworks Ltd");
    PartyId other = register("Steelworks Twin Limited");
    PartyId alone = register("Nobody Resembles This");
    core.findDuplicates();

    AdmissionFact fact = fact(other, AdmissionFact.Kind.NO_DUPLICATE);

    assertFalse(fact.good());
    assertEquals(one, fact.parties().get(0).id());
    assertTrue(fact(alone, AdmissionFact.Kind.NO_DUPLICATE).good());
  }

  private static AdmissionFact fact(PartyId party, AdmissionFact.Kind kind) {
    return core.admissions.facts(party).stream()
        .filter(found -> found.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static PartyId register(String name) {
    return core.parties.register(PartyData.organisation(name)).id();
  }

  private static void status(PartyId party, PartyStatus status, String reason) {
    core.parties.changeStatus(party, ExpectedRevision.any(), status, reason);
  }
}
