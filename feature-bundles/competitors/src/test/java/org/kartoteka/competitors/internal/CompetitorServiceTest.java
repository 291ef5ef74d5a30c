package org.kartoteka.competitors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.AddCompetitor;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.CompetitorQuery;
import org.kartoteka.competitors.CompetitorView;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.Threat;
import org.kartoteka.competitors.event.CompetitorAdded;
import org.kartoteka.competitors.internal.party.PartyChanges;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.event.PartyChanged;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.UserId;

class CompetitorServiceTest {

  private final House house = new House();

  @Test
  void a_party_that_is_added_gets_the_role_and_keeps_those_it_had() {
    PartyId party = house.customer("Biedronka");
    house.parties.setRoles(party, List.of("SUPPLIER"));

    CompetitorView added =
        house.competitors.add(
            new AddCompetitor(party, null, Threat.HIGH, "prices", null, new UserId(2)));

    assertEquals(party, added.id());
    assertEquals("Biedronka", added.name());
    assertEquals(Threat.HIGH, added.threat());
    assertEquals(List.of("SUPPLIER", "COMPETITOR"), house.parties.get(party).roles());
    assertEquals(1, house.journal.events(CompetitorAdded.class).size());
    assertThrows(Refused.class, () -> house.competitors.add(AddCompetitor.party(party)));
  }

  @Test
  void a_new_organisation_can_be_added_by_name() {
    CompetitorView added = house.competitors.add(AddCompetitor.named(" Żabka\u0000 "));

    assertEquals("Żabka", added.name());
    assertTrue(house.parties.find(added.id()).isPresent());
  }

  @Test
  void either_the_party_or_the_name_is_given_and_the_owner_is_known() {
    AddCompetitor none = new AddCompetitor(null, " ", null, null, null, new UserId(99));

    InvalidInput invalid = assertThrows(InvalidInput.class, () -> house.competitors.add(none));

    assertEquals(
        List.of("ownerId", "partyId"),
        invalid.errors().stream().map(error -> error.field()).toList());
    assertThrows(
        InvalidInput.class, () -> house.competitors.add(AddCompetitor.party(new PartyId(77))));
  }

  @Test
  void changing_needs_the_present_revision_and_leaves_a_history() {
    PartyId id = house.competitor("Lidl");
    CompetitorView before = house.competitors.get(id);
    CompetitorData data = new CompetitorData(Threat.LOW, null, "few shops\r\nin the east", null);

    CompetitorView after =
        house.competitors.change(id, ExpectedRevision.of(before.revision()), data);

    assertEquals("few shops\nin the east", after.weaknesses());
    assertTrue(after.revision() > before.revision());
    assertEquals(
        List.of("threat", "weaknesses"),
        house.history.changes().get(house.history.changes().size() - 1).changes().stream()
            .map(change -> change.field())
            .toList());
    assertThrows(
        StaleRevision.class,
        () ->
            house.competitors.change(
                id, ExpectedRevision.of(before.revision()), CompetitorData.unknown()));
  }

  @Test
  void one_with_records_cannot_be_removed_another_loses_the_role() {
    PartyId busy = house.competitor("Auchan");
    house.changes.record(
        busy, StrategyChangeData.of(StrategyKind.PRICE, LocalDate.of(2026, 3, 1), "Cheaper"));
    PartyId idle = house.competitor("Real");

    house.competitors.remove(idle, ExpectedRevision.any());

    assertThrows(Refused.class, () -> house.competitors.remove(busy, ExpectedRevision.any()));
    assertTrue(house.competitors.find(idle).isEmpty());
    assertFalse(house.parties.get(idle).roles().contains("COMPETITOR"));
    assertThrows(NotFound.class, () -> house.competitors.get(idle));
  }

  @Test
  void the_register_cannot_remove_a_party_that_competes() {
    PartyId id = house.competitor("Kaufland");

    DataAccessFailed refused =
        assertThrows(
            DataAccessFailed.class, () -> house.parties.remove(id, ExpectedRevision.any()));

    assertEquals("23503", refused.sqlState());
  }

  @Test
  void a_party_with_the_role_is_a_competitor_as_soon_as_something_is_recorded() {
    PartyId id = house.partyWithRole("Stokrotka");

    house.changes.record(
        id, StrategyChangeData.of(StrategyKind.STAFF, LocalDate.of(2026, 3, 1), "New head"));

    assertEquals(1, house.competitors.get(id).strategyChanges());
  }

  @Test
  void names_follow_the_register() {
    PartyId id = house.competitor("Tesco");
    PartyId later = house.customer("Netto");
    house.parties.setRoles(later, List.of("COMPETITOR"));
    PartyChanges handler = new PartyChanges(house.entities, house.roster);

    house.unitOfWork.run(
        () -> {
          handler.handle(event(new PartyChanged(id, "Tesco PL", List.of("name"))));
          handler.handle(event(new PartyChanged(later, "Netto", List.of("roles"))));
        });

    assertEquals("Tesco PL", house.competitors.get(id).name());
    assertEquals("Netto", house.competitors.get(later).name());
  }

  @Test
  void pages_follow_one_another_without_gap_in_every_order() {
    List<String> names = List.of("Żabka", "Zara", "Ład", "Lidl", "Łąka", "Aldi", "ąbc");
    names.forEach(house::competitor);

    for (String sort : List.of("name", "-name", "threat", "-createdAt")) {
      List<String> seen = new ArrayList<>();
      PageRequest request = new PageRequest(2, null, sort);
      while (request != null) {
        Page<CompetitorView> page = house.competitors.page(CompetitorQuery.all(), request);
        page.items().forEach(row -> seen.add(row.name()));
        request = page.next() == null ? null : new PageRequest(2, page.next(), sort);
      }
      assertEquals(names.size(), seen.size(), sort);
      assertEquals(names.size(), seen.stream().distinct().count(), sort);
    }
    assertEquals(7, house.competitors.count(CompetitorQuery.all(), 100));
    assertEquals(3, house.competitors.count(CompetitorQuery.all(), 3));
  }

  @Test
  void words_find_without_case_and_diacritics() {
    house.competitor("Żółta Łódź");
    house.competitor("Green Boat");

    assertEquals(
        List.of("Żółta Łódź"),
        house
            .competitors
            .page(new CompetitorQuery("lodz zolta", null, null), PageRequest.first())
            .items()
            .stream()
            .map(CompetitorView::name)
            .toList());
    assertEquals(0, house.competitors.count(new CompetitorQuery("%", null, null), 10));
  }

  @Test
  void an_unknown_sort_or_a_foreign_cursor_is_refused() {
    house.competitor("One");

    assertThrows(
        InvalidInput.class,
        () -> house.competitors.page(CompetitorQuery.all(), new PageRequest(5, null, "secret")));
    for (String cursor :
        List.of("x", Cursor.of(List.of("a\u0000b", 1)), Cursor.of(List.of("a", "b")))) {
      assertThrows(
          InvalidInput.class,
          () -> house.competitors.page(CompetitorQuery.all(), new PageRequest(5, cursor, null)));
    }
  }

  @Test
  void who_may_only_read_cannot_add() {
    house.user.nowMay("competitors.competitor.read");

    assertThrows(Forbidden.class, () -> house.competitor("Intermarché"));
    assertEquals(0, house.competitors.count(CompetitorQuery.all(), 10));
  }

  private static RecordedEvent<PartyChanged> event(PartyChanged event) {
    return new RecordedEvent<>(1, House.NOW, "tester", event);
  }
}
