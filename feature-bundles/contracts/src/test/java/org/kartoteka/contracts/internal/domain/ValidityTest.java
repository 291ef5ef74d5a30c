package org.kartoteka.contracts.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.ContractState;

class ValidityTest {

  @Test
  void whole_months_stay_whole_months() {
    Validity year = validity("2026-03-01", "2027-02-28", 3, 12);

    assertEquals(day("2028-02-29"), year.renewed().endsOn());
    assertEquals(
        day("2027-01-31"), validity("2026-01-01", "2026-12-31", null, 1).renewed().endsOn());
    assertEquals(
        day("2027-05-14"), validity("2026-05-15", "2026-05-14", null, 12).renewed().endsOn());
  }

  @Test
  void notice_can_be_given_while_all_its_months_are_left() {
    Validity year = validity("2026-01-01", "2026-12-31", 3, 12);

    assertEquals(day("2026-09-30"), year.lastNoticeDay());
    assertEquals(day("2026-09-30"), year.decideBy());
    assertEquals(day("2026-10-01"), year.renewsOn());
  }

  @Test
  void without_notice_it_is_decided_on_the_last_day() {
    Validity year = validity("2026-01-01", "2026-12-31", null, 12);

    assertEquals(day("2026-12-31"), year.decideBy());
    assertEquals(day("2026-12-31"), year.renewsOn());
    assertNull(validity("2026-01-01", "2026-12-31", 3, null).renewsOn());
    assertEquals(day("2026-12-31"), validity("2026-01-01", "2026-12-31", 3, null).decideBy());
  }

  @Test
  void until_further_notice_nothing_is_to_be_decided() {
    Validity open = validity("2026-01-01", null, 3, 12);

    assertNull(open.decideBy());
    assertNull(open.renewsOn());
    assertTrue(open.holdsOn(day("2099-01-01")));
    assertFalse(open.holdsOn(day("2025-12-31")));
  }

  @Test
  void the_earliest_end_is_behind_the_notice_but_not_behind_the_last_day() {
    assertEquals(
        day("2026-06-03"), validity("2026-01-01", null, 3, null).earliestEnd(day("2026-03-03")));
    assertEquals(
        day("2026-03-31"),
        validity("2026-01-01", "2026-03-31", 3, null).earliestEnd(day("2026-02-01")));
  }

  @Test
  void the_state_follows_from_the_calendar() {
    Validity year = validity("2026-01-01", "2026-12-31", 3, null);
    Validity renewing = validity("2026-01-01", "2026-12-31", 3, 12);

    assertEquals(ContractState.DRAFT, Standing.of(year, false, false, day("2026-06-01")));
    assertEquals(ContractState.UPCOMING, Standing.of(year, true, false, day("2025-12-31")));
    assertEquals(ContractState.ACTIVE, Standing.of(year, true, false, day("2026-12-31")));
    assertEquals(ContractState.EXPIRED, Standing.of(year, true, false, day("2027-01-01")));
    assertEquals(ContractState.ACTIVE, Standing.of(renewing, true, false, day("2027-01-01")));
    assertEquals(ContractState.UNDER_NOTICE, Standing.of(renewing, true, true, day("2026-12-31")));
    assertEquals(ContractState.TERMINATED, Standing.of(renewing, true, true, day("2027-01-01")));
  }

  private static Validity validity(String from, String to, Integer notice, Integer renewal) {
    return new Validity(day(from), to == null ? null : day(to), notice, renewal);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
