package org.kartoteka.contracts.internal.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.history.HistorySpan;

class ContractTimelineTest {

  private final House house = new House();
  private final ContractTimeline timeline = new ContractTimeline(house.unitOfWork, house.user);

  @Test
  void tells_what_was_renewed_terminated_and_taken_back() {
    PartyId customer = house.customer("One");
    ContractView contract =
        house.signed(
            house.data(
                customer, "2026-01-01", "2026-12-31", LineData.monthly(null, "Guard", "1", null)),
            "2026-01-01");
    house.contracts.renew(contract.id(), ExpectedRevision.any(), LocalDate.of(2027, 12, 31));
    house.terminate(contract, "2026-02-01", "2026-09-30");
    house.contracts.withdrawTermination(contract.id(), ExpectedRevision.any(), "They stay");
    house.contracts.renew(contract.id(), ExpectedRevision.any(), null);

    List<TimelineEntry> entries =
        house.unitOfWork.call(
            () ->
                timeline.latest(
                    customer, new HistorySpan(house.clock.instant().plusSeconds(1), 0, null, 4)));

    assertEquals(
        List.of(
            "RENEWED K/2026/0001",
            "RESUMED K/2026/0001 → 2027-12-31",
            "TERMINATED K/2026/0001 → 2026-09-30",
            "RENEWED K/2026/0001 → 2027-12-31"),
        entries.stream()
            .map(
                one ->
                    one.what().substring(Contracts.TYPE.length() + 1) + " " + one.record().label())
            .toList());
    assertEquals("They stay", entries.get(1).text());
  }

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
