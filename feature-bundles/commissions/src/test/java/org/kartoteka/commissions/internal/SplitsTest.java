package org.kartoteka.commissions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.BOB;
import static org.kartoteka.commissions.internal.House.n;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.SplitData;
import org.kartoteka.commissions.SplitView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.problem.NotFound;

/** Who shares in sales to a customer is told to those whom the customer is told to. */
class SplitsTest {

  private final House house = new House();

  @Test
  void a_split_of_a_party_out_of_reach_is_neither_listed_nor_ended() {
    PartyId own = house.customer("Own");
    SplitView ofOwn = split(own, null);
    SplitView ofForeign = split(house.customer("Foreign"), null);
    SplitView ofContract = split(null, "contracts/17");
    house.partyScope.nowReach(own);

    assertEquals(
        List.of(ofOwn.id(), ofContract.id()),
        house.plans.splits().stream().map(SplitView::id).toList());
    assertThrows(NotFound.class, () -> house.plans.endSplit(ofForeign.id()));
    house.plans.endSplit(ofOwn.id());
    assertEquals(2, house.unitOfWork.call(house.planRows::splits).size());
  }

  private SplitView split(PartyId party, String contract) {
    return house.plans.split(
        new SplitData(
            party,
            contract,
            List.of(new Share(ANNA, n("60")), new Share(BOB, n("40"))),
            ANNA,
            House.SINCE,
            null));
  }
}
