package org.kartoteka.sales.internal.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineSource;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.internal.House;

class SalesTimelineTest {

  private final House house = new House();
  private final PartyId party = house.customer("Kowalski");

  @Test
  void tells_what_was_posted_corrected_and_paid() {
    TimelineSource documents = new DocumentTimeline(house.unitOfWork, house.user);
    TimelineSource payments = new PaymentTimeline(house.unitOfWork, house.user);
    DocumentView draft = house.documents.draft(House.invoice(party, House.line("x", "1", "100")));
    house.documents.draft(House.invoice(party, House.line("never posted", "1", "1")));
    house.documents.post(draft.id(), ExpectedRevision.any());
    house.documents.cancel(draft.id(), ExpectedRevision.any(), null, "returned");
    house.payments.receive(
        new PaymentData(
            party, null, new Money(new BigDecimal("7"), House.PLN), null, null, null, null));

    assertEquals(List.of("FK/2026/1 · -123.00 PLN", "FV/2026/1 · 123.00 PLN"), labels(documents));
    assertEquals(List.of("7 PLN"), labels(payments));
    house.user.nowMay("core.party.read");
    assertEquals(List.of(), labels(documents));
  }

  private List<String> labels(TimelineSource source) {
    HistorySpan span = new HistorySpan(Instant.parse("2027-01-01T00:00:00Z"), 0, null, 10);
    return house.unitOfWork.call(() -> source.latest(party, span)).stream()
        .map(TimelineEntry::record)
        .map(record -> record.label())
        .toList();
  }
}
