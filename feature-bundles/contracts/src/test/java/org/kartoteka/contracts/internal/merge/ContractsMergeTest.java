package org.kartoteka.contracts.internal.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.internal.House;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.party.PartyId;

class ContractsMergeTest {

  private static final LineData GUARD = LineData.monthly("MON", "Monitoring", "100", "40");

  private final House house = new House();
  private final ContractsMerge merge =
      new ContractsMerge(house.unitOfWork, house.parties, house.entities);

  @Test
  void contracts_go_to_the_survivor_and_come_back() {
    PartyId one = house.customer("One");
    PartyId other = house.customer("Other");
    ContractView own = house.signed(house.data(one, "2026-01-01", null, GUARD), "2026-01-01");
    ContractView moved = house.signed(house.data(other, "2026-01-01", null, GUARD), "2026-01-01");

    MergeMove move = house.unitOfWork.call(() -> merge.merge(one, other));

    assertEquals(1, move.moved().get(0).count());
    assertEquals(2, house.contracts.count(ContractQuery.of(one), 10));
    assertEquals("One", house.contracts.get(moved.id()).partyName());
    house.unitOfWork.run(() -> merge.undo(one, other, move.memo()));
    assertEquals(other, house.contracts.get(moved.id()).partyId());
    assertEquals("Other", house.contracts.get(moved.id()).partyName());
    assertEquals(one, house.contracts.get(own.id()).partyId());
    assertTrue(house.unitOfWork.call(() -> merge.merge(one, house.customer("Empty"))).isNothing());
  }
}
