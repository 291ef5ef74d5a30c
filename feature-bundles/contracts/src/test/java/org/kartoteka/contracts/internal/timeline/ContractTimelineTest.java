package org.kartoteka.contracts.internal.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.platform.api.history.HistorySpan;

class ContractTimelineTest {

  private final House house = new House();
  private final ContractTimeline timeline = new ContractTimeline(house.unitOfWork, house.user);

  @Test
  void tells_what_was_drafted_and_signed() {
    PartyId customer = house.customer("One");
    house.signed(
        house.data(customer, "2026-01-01", null, LineData.monthly(null, "Guard", "1", null)),
        "2026-01-01");

    List<TimelineEntry> entries =
        house.unitOfWork.call(
            () ->
                timeline.latest(
                    customer, new HistorySpan(house.clock.instant().plusSeconds(1), 0, null, 10)));

    assertEquals(
        List.of("contracts.contract.DRAFTED", "contracts.contract.SIGNED"),
        entries.stream().map(TimelineEntry::what).sorted().toList());
    assertEquals("K/2026/0001", entries.get(0).record().label());
    house.user.nowMay("core.party.read");
    assertEquals(
        List.of(),
        house.unitOfWork.call(
            () -> timeline.latest(customer, new HistorySpan(house.clock.instant(), 0, null, 10))));
  }
}
