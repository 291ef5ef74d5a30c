package org.kartoteka.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.search.SearchHit;

class ContractSearchTest {

  private final House house = new House();
  private final ContractSearch search = new ContractSearch(house.rows, house.records, house.user);
  private final PartyId customer = house.customer("Żabka Polska");

  @Test
  void a_contract_is_found_by_number_subject_party_and_what_is_owed() {
    ContractView contract = draft(customer, "Patrol");

    for (String text : List.of("K/2026/0001", "zabka", "alarm", "patr", "zabka patrol", " 0001 ")) {
      assertEquals(List.of(contract.number()), found(text), text);
    }
    for (String text : List.of("biedronka", "zabka guard", "K/2025")) {
      assertEquals(List.of(), found(text), text);
    }
    SearchHit hit = house.unitOfWork.call(() -> search.search("patrol", 5)).get(0);
    assertEquals("Żabka Polska · Alarm", hit.detail());
    assertEquals("contracts/" + contract.id().value(), hit.address());
    assertEquals(search.type(), hit.record().type());
  }

  @Test
  void no_more_are_found_than_are_asked_for_and_only_what_may_be_read() {
    PartyId other = house.customer("Other");
    draft(customer, "Patrol");
    draft(other, "Patrol");
    draft(other, "Patrol");

    assertEquals(2, house.unitOfWork.call(() -> search.search("patrol", 2)).size());
    house.scope.nowReach(customer);
    assertEquals(List.of("K/2026/0001"), found("patrol"));
    house.user.nowMay("core.party.read");
    assertEquals(List.of(), found("patrol"));
  }

  private ContractView draft(PartyId party, String line) {
    return house.contracts.draft(
        house.data(party, "2026-01-01", null, LineData.monthly("P", line, "1", null)));
  }

  private List<String> found(String text) {
    return house.unitOfWork.call(() -> search.search(text, 10)).stream()
        .map(hit -> hit.record().label())
        .toList();
  }
}
