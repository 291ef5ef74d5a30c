package org.kartoteka.commissions.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.internal.data.PlanBook.SplitRow;
import org.kartoteka.commissions.internal.data.PlanBook.Validity;
import org.kartoteka.platform.api.security.UserId;

class PlanBookTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final UserId SELLER = new UserId(99);
  private static final int MANY = 5_000;

  private final Random random = new Random(20261123);

  /** The definition: of all splits that stand, one of the contract, else one of the customer. */
  @Test
  void among_many_splits_the_same_one_is_found_as_by_looking_at_each() {
    List<SplitRow> splits = new ArrayList<>();
    for (int id = 1; id <= MANY; id++) {
      splits.add(split(id));
    }
    PlanBook book = new PlanBook(List.of(), List.of(), splits, List::of);
    int shared = 0;
    for (int i = 0; i < MANY; i++) {
      String contract = random.nextInt(4) == 0 ? null : contract();
      Long party = random.nextInt(4) == 0 ? null : party();
      LocalDate day = day();
      Instant known = time();

      UserId restTo = book.team(contract, party, SELLER, day, known).restTo();

      assertEquals(defined(splits, contract, party, day, known), restTo, contract + " " + party);
      shared += restTo == null ? 0 : 1;
    }
    assertTrue(shared > MANY / 10 && shared < MANY - MANY / 10, "" + shared);
  }

  private static UserId defined(
      List<SplitRow> splits, String contract, Long party, LocalDate day, Instant known) {
    return splits.stream()
        .filter(row -> row.validity().holds(day, known))
        .filter(
            row ->
                row.contract() != null && row.contract().equals(contract)
                    || row.party() != null && row.party().equals(party))
        .max(
            Comparator.comparing((SplitRow row) -> row.contract() != null)
                .thenComparing(row -> row.validity().from())
                .thenComparing(SplitRow::id))
        .map(SplitRow::restTo)
        .orElse(null);
  }

  /** Each has somebody of its own, so that it can be told from others. */
  private SplitRow split(long id) {
    boolean ofContract = random.nextBoolean();
    LocalDate from = day();
    LocalDate until = random.nextBoolean() ? null : from.plusDays(random.nextInt(60));
    Instant defined = time();
    Instant ended = random.nextBoolean() ? null : defined.plusSeconds(random.nextInt(900));
    return new SplitRow(
        id,
        ofContract ? null : party(),
        ofContract ? contract() : null,
        List.of(new Share(new UserId(1000 + id), BigDecimal.valueOf(100))),
        new UserId(1000 + id),
        new Validity(from, until, defined, ended));
  }

  private String contract() {
    return "contracts/" + random.nextInt(900);
  }

  private Long party() {
    return (long) random.nextInt(900);
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(300));
  }

  private Instant time() {
    return BEGINNING.plusSeconds(random.nextInt(1000));
  }
}
