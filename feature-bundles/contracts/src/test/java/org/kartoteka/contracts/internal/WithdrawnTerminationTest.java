package org.kartoteka.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.BalanceDimension;
import org.kartoteka.contracts.BalanceQuery;
import org.kartoteka.contracts.BalanceRow;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;

/** A termination that was a mistake, or that both sides take back. */
class WithdrawnTerminationTest {

  private static final ExpectedRevision ANY = ExpectedRevision.any();
  private static final LineData GUARD = LineData.monthly("G1", "Monitoring", "100", "40");

  private final House house = new House();
  private final PartyId customer = house.customer("Żabka");

  @Test
  void a_contract_goes_on_as_if_it_had_never_been_terminated() {
    ContractView before = renewing("2026-06-30");
    ContractView ended = house.terminate(before, "2026-02-20", "2026-03-31");

    ContractView after = withdraw(ended, "  the customer stays ");

    assertEquals(ContractState.UNDER_NOTICE, ended.state());
    assertEquals(ContractState.ACTIVE, after.state());
    assertEquals(LocalDate.of(2026, 6, 30), after.endsOn());
    assertEquals(before.decideBy(), after.decideBy());
    assertEquals(before.renewalMonths(), after.renewalMonths());
    assertNull(after.terminatedOn());
    assertNull(after.terminationReason());
    assertNull(after.terminationNote());
    assertEquals("the customer stays", after.withdrawalReason());
    ContractTerminationWithdrawn told =
        house.journal.events(ContractTerminationWithdrawn.class).get(0);
    assertEquals(LocalDate.of(2026, 6, 30), told.endsOn());
    assertEquals(house.today(), told.withdrawnOn());
    assertEquals(customer, told.party());
    assertEquals(before.number(), told.document().number());
    ContractView again = house.terminate(after, "2026-02-25", "2026-04-30");
    assertEquals(LocalDate.of(2026, 4, 30), again.endsOn());
    assertNull(again.withdrawalReason(), "the reason is that of the latest withdrawal");
    assertEquals(LocalDate.of(2026, 6, 30), withdraw(again, "once more").endsOn());
  }

  @Test
  void the_balance_forgets_the_loss() {
    ContractView kept = house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    ContractView lost = house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    ContractView ended = house.terminate(kept, "2026-02-01", "2026-03-15");
    house.terminate(lost, "2026-02-01", "2026-03-15");
    assertEquals(2, march().lostNumber());

    withdraw(ended, "a mistake");

    assertEquals(1, march().lostNumber());
    assertEquals(1, march().closingNumber());
    assertEquals("100", march().lostAmount().stripTrailingZeros().toPlainString());
    assertEquals("100", march().closingAmount().stripTrailingZeros().toPlainString());
  }

  @Test
  void who_missed_its_renewals_gets_them_afterwards() {
    ContractView ended = house.terminate(renewing("2026-02-28"), "2026-02-20", "2026-02-25");

    withdraw(ended, "a mistake");
    house.renewals.run(house.jobRun());

    ContractView after = house.contracts.get(ended.id());
    assertEquals(LocalDate.of(2027, 2, 28), after.endsOn());
    assertEquals(ContractState.ACTIVE, after.state());
  }

  @Test
  void once_its_last_day_has_passed_it_takes_a_right_of_its_own() {
    ContractView over =
        house.terminate(
            house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01"),
            "2026-02-01",
            "2026-02-28");
    ContractView running =
        house.terminate(
            house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01"),
            "2026-02-01",
            house.today().toString());
    house.user.nowMay("contracts.contract.read", "contracts.contract.terminate");

    assertThrows(Forbidden.class, () -> withdraw(over, "a mistake"));
    assertEquals(ContractState.ACTIVE, withdraw(running, "a mistake").state());
    house.user.nowMay("contracts.contract.terminate", "contracts.contract.reopen");
    assertEquals(ContractState.ACTIVE, withdraw(over, "a mistake").state());
    house.user.nowMay("contracts.contract.read", "contracts.contract.reopen");
    assertThrows(Forbidden.class, () -> withdraw(running, "a mistake"));
  }

  @Test
  void what_cannot_be_withdrawn_is_refused_and_stays_as_it_was() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    ContractView draft = house.contracts.draft(house.data(customer, "2026-01-01", null, GUARD));
    assertThrows(Refused.class, () -> withdraw(signed, "why not"));
    assertThrows(Refused.class, () -> withdraw(draft, "why not"));
    ContractView ended = house.terminate(signed, "2026-02-01", "2026-04-30");

    for (String reason : new String[] {null, "  ", "x".repeat(301)}) {
      List<FieldError> errors =
          assertThrows(InvalidInput.class, () -> withdraw(ended, reason)).errors();
      assertEquals(List.of("reason"), errors.stream().map(FieldError::field).toList());
    }
    assertThrows(
        StaleRevision.class,
        () ->
            house.contracts.withdrawTermination(
                ended.id(), ExpectedRevision.of(signed.revision()), "late"));
    house.scope.nowReach(house.customer("Another"));
    assertThrows(NotFound.class, () -> withdraw(ended, "out of reach"));
    assertEquals(List.of(), house.journal.events(ContractTerminationWithdrawn.class));
  }

  private ContractView renewing(String endsOn) {
    ContractData data = house.data(customer, "2026-01-01", endsOn, GUARD);
    return house.signed(
        new ContractData(
            data.partyId(),
            data.typeId(),
            data.number(),
            data.subject(),
            data.startsOn(),
            data.endsOn(),
            1,
            12,
            data.currency(),
            data.packageType(),
            data.salespersonId(),
            data.branchId(),
            data.responsibleId(),
            data.note(),
            data.lines()),
        "2026-01-01");
  }

  private ContractView withdraw(ContractView contract, String reason) {
    return house.contracts.withdrawTermination(contract.id(), ANY, reason);
  }

  private BalanceRow march() {
    return house
        .balance
        .balance(
            BalanceQuery.of(
                LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), BalanceDimension.NOTHING))
        .get(0);
  }
}
