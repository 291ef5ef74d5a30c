package org.kartoteka.commissions.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.commissions.internal.House.ANNA;
import static org.kartoteka.commissions.internal.House.n;
import static org.kartoteka.commissions.internal.Trade.invoice;
import static org.kartoteka.commissions.internal.Trade.line;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.commissions.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.record.RecordRef;

/** Words on decisions are due by the day of the decision, once nothing waits for them any more. */
class RetentionTest {

  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private final House house = new House();
  private final List<RecordRef> forgotten = new ArrayList<>();
  private final ReasonsOfDecisions reasons =
      new ReasonsOfDecisions(
          house.unitOfWork,
          records -> {
            forgotten.addAll(records);
            return List.of();
          });
  private final PartyId feliksa = house.customer("Feliksa Ostrobramska");

  @BeforeEach
  void refused() {
    house.plan(ANNA, Rule.of("r", Trigger.POSTING, Base.NET, Rate.percent(n("10"))));
    house.happens(invoice(1, feliksa, ANNA, line(1, "100")));
    house.accruals.refuse(DecideAccruals.all(AccrualQuery.all(), "Feliksa is her aunt"));
  }

  @Test
  void a_reason_is_due_by_the_day_of_the_decision() {
    Instant decided = house.clock.instant();

    assertEquals(List.of(), due(decided));
    List<DueRecord> due = due(decided.plus(1, ChronoUnit.SECONDS));

    assertEquals(1, due.size());
    assertEquals(feliksa.value(), due.get(0).party());
    assertEquals(decided, due.get(0).since());
    long id = due.get(0).id();
    assertEquals(
        "r · " + accrual().earnedOn(),
        house.unitOfWork.call(() -> reasons.labels(List.of(id))).get(id));
  }

  @Test
  void a_reason_stays_while_the_commission_waits_to_be_settled() {
    house.accruals.grant(DecideAccruals.all(AccrualQuery.all(), null));

    assertEquals(List.of(), due(LATER));
  }

  @Test
  void the_reason_goes_and_amount_and_decision_stay() {
    long id = due(LATER).get(0).id();

    List<ErasedData> erased = house.unitOfWork.call(() -> reasons.erase(id, "over"));

    assertEquals(List.of(ErasedData.all("commissions.decision", 1)), erased);
    assertNull(accrual().reason());
    assertEquals(AccrualState.REFUSED, accrual().state());
    assertEquals(n("10.00"), accrual().amount().amount());
    assertEquals(1, house.accruals.explain(accrual().id()).decisions().size());
    assertEquals(List.of(new RecordRef("commissions.decision", Long.toString(id), "")), forgotten);
    assertTrue(due(LATER).isEmpty());
  }

  private List<DueRecord> due(Instant before) {
    return house.unitOfWork.call(() -> reasons.due(before, null, 10));
  }

  private AccrualView accrual() {
    return house.accruals.page(AccrualQuery.all(), PageRequest.first()).items().get(0);
  }
}
