package org.kartoteka.sales.internal.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.internal.House;

class SalesMergeTest {

  private final House house = new House();
  private final PartyId one = house.customer("One");
  private final PartyId other = house.customer("Other");

  @Test
  void documents_and_their_turnover_go_to_the_survivor_and_back() {
    DocumentView kept = invoice(one, "10");
    DocumentView moved = invoice(other, "5");

    MergeMove move = house.unitOfWork.call(() -> house.merge.merge(one, other));

    assertEquals(one, house.documents.get(moved.id()).partyId());
    assertEquals("Other", house.documents.get(moved.id()).partyName());
    assertEquals(0, new BigDecimal("15").compareTo(net(one)));
    house.unitOfWork.call(() -> house.merge.undo(one, other, move.memo()));
    assertEquals(other, house.documents.get(moved.id()).partyId());
    assertEquals(one, house.documents.get(kept.id()).partyId());
    assertEquals(0, new BigDecimal("10").compareTo(net(one)));
  }

  private BigDecimal net(PartyId party) {
    return house
        .turnover
        .rows(new TurnoverQuery(party, null, null, null, TurnoverQuery.By.MONTH))
        .get(0)
        .net();
  }

  private DocumentView invoice(PartyId party, String price) {
    DocumentView draft = house.documents.draft(House.invoice(party, House.line("x", "1", price)));
    return house.documents.post(draft.id(), ExpectedRevision.any());
  }
}
