package org.kartoteka.contracts.internal.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

class OwnedContractsTest {

  private final House house = new House();
  private final OwnedContracts owned =
      new OwnedContracts(house.unitOfWork, house.entities, house.records);

  @Test
  void who_looks_after_contracts_hands_them_over_and_back() {
    UserId from = new UserId(2);
    UserId to = new UserId(3);
    PartyId customer = house.customer("One");
    ContractView contract = house.contracts.draft(house.data(customer, "2026-01-01", null));
    long id = contract.id().value();

    assertEquals(1L, house.unitOfWork.<Long>call(() -> owned.count(from)));
    assertEquals(List.of(id), house.unitOfWork.call(() -> owned.owned(from, 0, 10)));
    assertEquals(List.of(id), house.unitOfWork.call(() -> owned.give(List.of(id, 99L), from, to)));
    assertEquals(to, house.contracts.get(contract.id()).responsibleId());
    assertEquals(from, house.contracts.get(contract.id()).salespersonId());
    assertEquals(List.of(), house.unitOfWork.call(() -> owned.give(List.of(id), from, to)));
  }
}
