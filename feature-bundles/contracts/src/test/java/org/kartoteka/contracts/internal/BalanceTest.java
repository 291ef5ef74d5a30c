package org.kartoteka.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.BalanceDimension;
import org.kartoteka.contracts.BalanceQuery;
import org.kartoteka.contracts.BalanceRow;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.MovementKind;
import org.kartoteka.contracts.MovementQuery;
import org.kartoteka.contracts.MovementView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.UserId;

/** The balance in SQL is the one that the single contracts add up to. */
class BalanceTest {

  private static final LocalDate FROM = LocalDate.of(2025, 3, 1);
  private static final LocalDate TO = LocalDate.of(2025, 11, 30);
  private static final ExpectedRevision ANY = ExpectedRevision.any();

  private final House house = new House();
  private final Random random = new Random(21);
  private final PartyId customer = house.customer("Żabka");

  @Test
  void a_balance_is_what_the_contracts_add_up_to() {
    List<ContractView> contracts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      contracts.add(randomContract());
    }

    BalanceRow row =
        house.balance.balance(BalanceQuery.of(FROM, TO, BalanceDimension.NOTHING)).get(0);

    assertEquals(
        contracts.stream().filter(one -> heldAfter(one, FROM.minusDays(1))).count(),
        row.openingNumber());
    assertEquals(contracts.stream().filter(one -> heldAfter(one, TO)).count(), row.closingNumber());
    assertEquals(0, amount(contracts, FROM.minusDays(1)).compareTo(row.openingAmount()));
    assertEquals(0, amount(contracts, TO).compareTo(row.closingAmount()));
    assertEquals(row.closingNumber(), row.openingNumber() + row.gainedNumber() - row.lostNumber());
    assertEquals(
        0,
        row.closingAmount()
            .compareTo(
                row.openingAmount()
                    .add(row.gainedAmount())
                    .add(row.raised())
                    .subtract(row.lowered())
                    .subtract(row.lostAmount())));
    for (BalanceDimension by : BalanceDimension.values()) {
      List<BalanceRow> rows = house.balance.balance(BalanceQuery.of(FROM, TO, by));
      assertEquals(
          row.gainedNumber(), rows.stream().mapToLong(BalanceRow::gainedNumber).sum(), by.name());
      assertEquals(
          row.lostNumber(), rows.stream().mapToLong(BalanceRow::lostNumber).sum(), by.name());
    }
    List<BalanceRow> months =
        house.balance.balance(BalanceQuery.of(FROM, TO, BalanceDimension.MONTH));
    assertEquals(9, months.size());
    assertEquals(row.openingNumber(), months.get(0).openingNumber());
    assertEquals(row.closingNumber(), months.get(8).closingNumber());
    assertEquals(0, row.closingAmount().compareTo(months.get(8).closingAmount()));
  }

  @Test
  void movements_can_be_looked_at_one_by_one() {
    ContractView contract =
        house.signed(house.data(customer, "2025-04-01", null, monthly("100")), "2025-03-15");
    house.terminate(contract, "2025-08-01", "2025-09-30");

    List<MovementView> lost =
        house
            .balance
            .movements(
                new MovementQuery(
                    FROM, TO, MovementKind.LOST, null, null, null, null, "price", "PLN"),
                PageRequest.first())
            .items();

    assertEquals(1, lost.size());
    assertEquals(LocalDate.of(2025, 9, 30), lost.get(0).day());
    assertEquals(0, new BigDecimal("-100").compareTo(lost.get(0).amount()));
    assertEquals(
        2,
        house
            .balance
            .movements(
                new MovementQuery(null, null, null, null, null, new UserId(2), null, null, null),
                new PageRequest(50, null, "amount"))
            .items()
            .size());
    assertThrows(
        InvalidInput.class,
        () -> house.balance.balance(BalanceQuery.of(TO, FROM, BalanceDimension.NOTHING)));
  }

  private ContractView randomContract() {
    LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
    String end = random.nextBoolean() ? null : start.plusDays(random.nextInt(400)).toString();
    ContractView contract =
        house.signed(
            house.data(customer, start.toString(), end, monthly("" + random.nextInt(500))),
            start.minusDays(random.nextInt(40)).toString());
    for (int i = random.nextInt(3); i > 0; i--) {
      LocalDate day = start.plusDays(random.nextInt(100));
      BigDecimal price = BigDecimal.valueOf(random.nextInt(900));
      boolean within = contract.endsOn() == null || !day.isAfter(contract.endsOn());
      if (within
          && !house.contracts.terms(contract.id(), day).lines().get(0).unitPrice().equals(price)) {
        LineData line = contract.lines().get(0);
        house.annexes.annex(
            contract.id(), ANY, house.annex(contract, day.toString(), line.at(price)));
      }
    }
    if (random.nextInt(4) == 0) {
      LocalDate last = start.plusDays(random.nextInt(200));
      if (contract.endsOn() == null || !last.isAfter(contract.endsOn())) {
        return house.terminate(contract, start.toString(), last.toString());
      }
    }
    return contract;
  }

  /** Whether it counts once the day is over. */
  private static boolean heldAfter(ContractView contract, LocalDate day) {
    return !contract.signedOn().isAfter(day)
        && (contract.endsOn() == null || contract.endsOn().isAfter(day));
  }

  private BigDecimal amount(List<ContractView> contracts, LocalDate day) {
    return contracts.stream()
        .filter(one -> heldAfter(one, day))
        .map(
            one ->
                house
                    .contracts
                    .terms(one.id(), day.isBefore(one.startsOn()) ? one.startsOn() : day)
                    .monthlyAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static LineData monthly(String price) {
    return LineData.monthly(null, "Guard", price, null);
  }
}
