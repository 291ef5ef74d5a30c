package org.kartoteka.competitors.internal.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.AddCompetitor;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.Threat;
import org.kartoteka.competitors.internal.House;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

class OwnedRecordsTest {

  private static final UserId ANN = new UserId(2);
  private static final UserId BEN = new UserId(3);
  private static final UserId CAT = new UserId(4);

  private final House house = new House();

  @Test
  void whoever_is_responsible_for_reactions_hands_them_over() {
    PartyId rival = house.competitor("Rival");
    StrategyChangeData data =
        StrategyChangeData.of(StrategyKind.PRICE, LocalDate.of(2026, 3, 1), "Minus 5 %");
    long first = house.changes.record(rival, data.ownedBy(ANN)).id().value();
    long second = house.changes.record(rival, data.ownedBy(ANN)).id().value();
    house.changes.record(rival, data.ownedBy(CAT));
    OwnedRecords records = new OwnedStrategyChanges(house.unitOfWork, house.entities, house.books);

    assertEquals(List.of(second), owned(records, ANN, first));
    assertEquals(2L, house.unitOfWork.call(() -> records.count(ANN)));
    assertEquals(List.of(first), give(records, List.of(first, 999_999L), ANN, BEN));
    assertEquals(List.of(), give(records, List.of(first), ANN, CAT), "it is Ben's by now");
    assertEquals(List.of(first), owned(records, BEN, 0));
    assertTrue(
        house.history.changes().stream()
            .flatMap(change -> change.changes().stream())
            .anyMatch(
                field ->
                    field.field().equals("ownerId")
                        && "2".equals(field.before())
                        && "3".equals(field.after())));
  }

  @Test
  void whoever_observes_competitors_hands_them_over() {
    PartyId rival =
        house.competitors.add(new AddCompetitor(null, "Rival", Threat.HIGH, "s", "w", ANN)).id();
    OwnedRecords records = new OwnedCompetitors(house.unitOfWork, house.entities, house.books);

    assertEquals(List.of(rival.value()), owned(records, ANN, 0));
    assertEquals(List.of(rival.value()), give(records, List.of(rival.value()), ANN, BEN));

    assertEquals(BEN, house.competitors.get(rival).ownerId());
    assertEquals(Threat.HIGH, house.competitors.get(rival).threat());
  }

  private List<Long> owned(OwnedRecords records, UserId owner, long after) {
    return house.unitOfWork.call(() -> records.owned(owner, after, 10));
  }

  private List<Long> give(OwnedRecords records, List<Long> ids, UserId from, UserId to) {
    return house.unitOfWork.call(() -> records.give(ids, from, to));
  }
}
