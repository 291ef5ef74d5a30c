package org.kartoteka.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.AnnexView;
import org.kartoteka.contracts.BalanceDimension;
import org.kartoteka.contracts.BalanceQuery;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Demand;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.contracts.TermsView;
import org.kartoteka.contracts.internal.party.PartyNameChanges;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.event.PartyChanged;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractRenewed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.UserId;

class ContractServiceTest {

  private static final LineData GUARD = LineData.monthly("MON", "Monitoring", "100", "40");
  private static final ExpectedRevision ANY = ExpectedRevision.any();

  private final House house = new House();
  private final PartyId customer = house.customer("Żabka");

  @Test
  void a_draft_gets_the_next_number_and_is_looked_after_by_its_salesperson() {
    ContractView one = house.contracts.draft(house.data(customer, "2026-03-01", null, GUARD));
    ContractView two = house.contracts.draft(house.data(customer, "2026-03-01", null, GUARD));

    assertEquals("K/2026/0001", one.number());
    assertEquals("K/2026/0002", two.number());
    assertEquals(ContractState.DRAFT, one.state());
    assertEquals(new UserId(2), one.responsibleId());
    assertEquals("1", one.lines().get(0).key());
    assertEquals("K/2026/0003", house.series.all().get(0).next());
  }

  @Test
  void a_number_given_by_hand_is_passed_over_and_never_given_twice() {
    house.contracts.draft(house.data(customer, "2026-03-01", null, GUARD).numbered("k/2026/0001"));

    assertEquals(
        "K/2026/0002",
        house.contracts.draft(house.data(customer, "2026-03-01", null, GUARD)).number());
    assertEquals(
        List.of("number"),
        fields(
            () ->
                house.contracts.draft(
                    house.data(customer, "2026-03-01", null).numbered("K/2026/0002"))));
  }

  @Test
  void eight_at_once_get_numbers_without_gap() throws Exception {
    java.util.concurrent.ExecutorService clients =
        java.util.concurrent.Executors.newFixedThreadPool(8);
    try {
      List<java.util.concurrent.Callable<String>> orders = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        orders.add(
            () -> house.contracts.draft(house.data(customer, "2026-03-01", null, GUARD)).number());
      }
      Set<String> numbers = new TreeSet<>();
      for (java.util.concurrent.Future<String> number : clients.invokeAll(orders)) {
        numbers.add(number.get());
      }

      assertEquals(40, numbers.size());
      assertTrue(numbers.contains("K/2026/0001") && numbers.contains("K/2026/0040"));
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void signing_demands_what_the_type_demands() {
    ContractTypeId strict =
        house
            .types
            .add(
                new ContractTypeData(
                    "supply",
                    "Supply",
                    Set.of(Demand.BRANCH, Demand.END, Demand.COST),
                    house.yearly,
                    null,
                    null,
                    1,
                    null,
                    false))
            .id();
    ContractData data =
        house.data(customer, "2026-03-01", null, LineData.monthly(null, "Milk", "3", null));
    ContractView draft =
        house.contracts.draft(
            new ContractData(
                customer,
                strict,
                null,
                null,
                data.startsOn(),
                null,
                null,
                null,
                "EUR",
                null,
                null,
                null,
                null,
                null,
                data.lines()));

    assertEquals(
        List.of("branchId", "endsOn", "lines[0].unitCost"),
        fields(() -> house.contracts.sign(draft.id(), ANY, house.today())));
    assertEquals(
        List.of("lines"),
        fields(
            () ->
                house.contracts.sign(
                    house.contracts.draft(house.data(customer, "2026-03-01", null)).id(),
                    ANY,
                    null)));
  }

  @Test
  void a_signature_is_told_to_others_with_all_terms() {
    ContractView signed =
        house.signed(house.data(customer, "2026-04-01", "2027-03-31", GUARD), "2026-02-20");

    ContractSigned event = house.journal.events(ContractSigned.class).get(0);
    assertEquals(ContractState.UPCOMING, signed.state());
    assertEquals("contracts", event.document().source());
    assertEquals("K/2026/0001", event.document().number());
    assertEquals(customer, event.party());
    assertEquals("monitoring", event.terms().type());
    assertEquals(new BigDecimal("100.00"), event.terms().monthlyAmount(signed.startsOn()));
    assertEquals(new BigDecimal("40.00"), event.terms().monthlyCost(signed.startsOn()));
    assertEquals(LocalDate.of(2026, 2, 20), event.signedOn());
    assertThrows(Refused.class, () -> house.contracts.sign(signed.id(), ANY, house.today()));
    assertThrows(Refused.class, () -> house.contracts.discard(signed.id(), ANY));
  }

  @Test
  void no_contract_with_a_party_whose_status_forbids_it() {
    ContractView draft = house.contracts.draft(house.data(customer, "2026-04-01", null, GUARD));
    house.barred.add(customer);

    assertThrows(Refused.class, () -> house.contracts.sign(draft.id(), ANY, house.today()));
    assertEquals(List.of(), house.journal.events());
    assertEquals(ContractState.DRAFT, house.contracts.get(draft.id()).state());
  }

  @Test
  void what_was_signed_can_only_be_described_otherwise() {
    ContractView signed =
        house.signed(house.data(customer, "2026-03-01", null, GUARD), "2026-03-01");
    ContractData data = signed.data();
    ContractData other =
        new ContractData(
            customer,
            data.typeId(),
            data.number(),
            "Cameras",
            data.startsOn(),
            data.endsOn(),
            null,
            null,
            "PLN",
            "gold",
            data.salespersonId(),
            null,
            new UserId(3),
            "seen",
            List.of(data.lines().get(0).at(BigDecimal.TEN)));

    assertEquals(
        List.of("packageType", "lines"),
        fields(() -> house.contracts.change(signed.id(), ANY, other)));
    ContractView described =
        house.contracts.change(signed.id(), ANY, data.lookedAfterBy(new UserId(3)));
    assertEquals(new UserId(3), described.responsibleId());
  }

  @Test
  void lines_of_a_draft_can_be_changed_moved_and_removed() {
    ContractView draft =
        house.contracts.draft(
            house.data(
                customer, "2026-03-01", null, GUARD, LineData.monthly("CAM", "Camera", "7", null)));
    ContractData data = draft.data();
    ContractData other =
        new ContractData(
            customer,
            data.typeId(),
            data.number(),
            null,
            data.startsOn(),
            null,
            null,
            null,
            "PLN",
            null,
            null,
            null,
            null,
            null,
            List.of(data.lines().get(1), LineData.monthly(null, "Test", "1", null)));

    ContractView changed =
        house.contracts.change(draft.id(), ExpectedRevision.of(draft.revision()), other);

    assertEquals(
        List.of("2 Camera", "3 Test"),
        changed.lines().stream().map(line -> line.key() + " " + line.name()).toList());
    assertEquals(changed.lines(), house.contracts.get(draft.id()).lines());
    assertThrows(
        StaleRevision.class,
        () -> house.contracts.change(draft.id(), ExpectedRevision.of(draft.revision()), other));
    house.contracts.discard(draft.id(), ANY);
    assertThrows(NotFound.class, () -> house.contracts.get(draft.id()));
  }

  @Test
  void an_annex_changes_amounts_from_its_day_on_and_is_told() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    LineData line = signed.lines().get(0);

    AnnexView annex =
        house.annexes.annex(
            signed.id(),
            ANY,
            house.annex(
                signed,
                "2026-02-11",
                line.at(new BigDecimal("120")),
                LineData.monthly("CAM", "Camera", "5", null)));

    assertEquals("1", annex.number());
    assertEquals(2, annex.set().size());
    assertEquals(
        new BigDecimal("100.00"),
        house.contracts.terms(signed.id(), LocalDate.of(2026, 2, 10)).monthlyAmount());
    TermsView after = house.contracts.terms(signed.id(), LocalDate.of(2026, 2, 11));
    assertEquals(new BigDecimal("125.00"), after.monthlyAmount());
    assertEquals("1", after.annex());
    assertEquals(LocalDate.of(2026, 2, 11), after.lines().get(1).from());
    ContractAnnexed event = house.journal.events(ContractAnnexed.class).get(0);
    assertEquals(LocalDate.of(2026, 2, 11), event.effectiveOn());
    assertEquals(List.of("1", "2"), event.terms().lines().stream().map(l -> l.key()).toList());
    assertEquals(
        new BigDecimal("125.00"),
        house
            .contracts
            .page(ContractQuery.all(), PageRequest.first())
            .items()
            .get(0)
            .monthlyAmount());
  }

  @Test
  void an_annex_in_the_past_of_another_is_told_for_both_days() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    LineData line = signed.lines().get(0);
    house.annexes.annex(
        signed.id(), ANY, house.annex(signed, "2026-06-01", line.at(new BigDecimal("120"))));

    house.annexes.annex(
        signed.id(),
        ANY,
        house.annex(signed, "2026-03-01", line, LineData.monthly("CAM", "Camera", "5", null)));

    assertEquals(
        List.of("1 2026-06-01 120.00", "2 2026-03-01 105.00", "1 2026-06-01 125.00"), told());
    assertEquals(
        List.of("2", "1"), house.annexes.of(signed.id()).stream().map(AnnexView::number).toList());
  }

  @Test
  void an_annex_behind_another_is_told_again_also_when_that_leaves_its_terms_as_they_were() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    LineData line = signed.lines().get(0);
    house.annexes.annex(
        signed.id(), ANY, house.annex(signed, "2026-06-01", line.at(new BigDecimal("120"))));

    house.annexes.annex(
        signed.id(), ANY, house.annex(signed, "2026-03-01", line.at(new BigDecimal("300"))));

    assertEquals(
        List.of("1 2026-06-01 120.00", "2 2026-03-01 300.00", "1 2026-06-01 120.00"), told());
  }

  private List<String> told() {
    return house.journal.events(ContractAnnexed.class).stream()
        .map(
            event ->
                event.annex()
                    + " "
                    + event.effectiveOn()
                    + " "
                    + event.terms().monthlyAmount(event.effectiveOn()))
        .toList();
  }

  @Test
  void an_annex_must_change_something_and_hold_within_the_contract() {
    ContractView signed =
        house.signed(house.data(customer, "2026-02-01", "2026-12-31", GUARD), "2026-02-01");
    LineData line = signed.lines().get(0);

    assertThrows(
        Refused.class,
        () -> house.annexes.annex(signed.id(), ANY, house.annex(signed, "2026-04-01", line)));
    assertEquals(
        List.of("effectiveOn"),
        fields(() -> house.annexes.annex(signed.id(), ANY, house.annex(signed, "2026-01-31"))));
    assertEquals(
        List.of("endsOn"),
        fields(() -> house.annexes.annex(signed.id(), ANY, house.annex(signed, "2027-01-01"))));
    assertEquals(
        List.of("lines[0].key"),
        fields(
            () ->
                house.annexes.annex(
                    signed.id(), ANY, house.annex(signed, "2026-04-01", unknown(line)))));
  }

  @Test
  void a_contract_renews_itself_as_often_as_it_should_have() {
    ContractData data = house.data(customer, "2024-03-01", "2025-02-28", GUARD);
    ContractView signed =
        house.signed(
            new ContractData(
                customer,
                data.typeId(),
                null,
                null,
                data.startsOn(),
                data.endsOn(),
                3,
                12,
                "PLN",
                null,
                null,
                null,
                null,
                null,
                data.lines()),
            "2024-02-01");

    house.renewals.run(house.jobRun());

    ContractView renewed = house.contracts.get(signed.id());
    assertEquals(LocalDate.of(2027, 2, 28), renewed.endsOn());
    assertEquals(LocalDate.of(2026, 11, 30), renewed.decideBy());
    assertEquals(
        List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2027, 2, 28)),
        house.journal.events(ContractRenewed.class).stream().map(ContractRenewed::endsOn).toList());
    house.renewals.run(house.jobRun());
    assertEquals(2, house.journal.events(ContractRenewed.class).size());
  }

  @Test
  void a_termination_has_a_reason_and_ends_the_contract() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", "2026-12-31", GUARD), "2026-01-01");

    assertEquals(
        List.of("endsOn", "reason"),
        fields(
            () ->
                house.contracts.terminate(
                    signed.id(),
                    ANY,
                    new TerminateContract(null, LocalDate.of(2027, 1, 31), "weather", null))));
    ContractView ended = house.terminate(signed, "2026-02-01", "2026-02-28");

    assertEquals(ContractState.TERMINATED, ended.state());
    ContractTerminated event = house.journal.events(ContractTerminated.class).get(0);
    assertEquals(LocalDate.of(2026, 2, 28), event.endsOn());
    assertEquals("price", event.reason());
    assertThrows(Refused.class, () -> house.terminate(ended, "2026-02-01", "2026-02-15"));
    assertThrows(
        Refused.class,
        () -> house.annexes.annex(ended.id(), ANY, house.annex(ended, "2026-02-01")));
  }

  @Test
  void a_line_without_anything_is_told_of_a_signed_contract_too() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    LineData empty =
        new LineData(null, null, null, null, null, null, null, null, null, null, null, null, null);

    assertEquals(
        List.of("lines", "lines[0].name", "lines[0].unitPrice"),
        fields(
                () ->
                    house.contracts.change(
                        signed.id(), ANY, house.data(customer, "2026-01-01", null, empty)))
            .stream()
            .filter(field -> field.startsWith("lines"))
            .sorted()
            .toList());
  }

  @Test
  void a_barred_customer_gets_neither_an_annex_nor_a_renewal_by_hand() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", "2026-12-31", GUARD), "2026-01-01");
    house.barred.add(customer);

    assertThrows(
        Refused.class,
        () ->
            house.annexes.annex(
                signed.id(),
                ANY,
                house.annex(
                    signed, "2026-03-01", signed.lines().get(0).at(new BigDecimal("120")))));
    assertThrows(
        Refused.class, () -> house.contracts.renew(signed.id(), ANY, LocalDate.of(2027, 12, 31)));
    house.terminate(signed, "2026-02-01", "2026-12-31");
  }

  @Test
  void a_renewal_by_hand_prolongs() {
    ContractView signed =
        house.signed(house.data(customer, "2026-01-01", "2026-12-31", GUARD), "2026-01-01");

    assertThrows(
        Refused.class, () -> house.contracts.renew(signed.id(), ANY, LocalDate.of(2026, 12, 31)));
    ContractView renewed = house.contracts.renew(signed.id(), ANY, LocalDate.of(2027, 12, 31));

    assertEquals(LocalDate.of(2027, 12, 31), renewed.endsOn());
    assertEquals(1, house.journal.events(ContractRenewed.class).size());
  }

  @Test
  void lists_know_the_state_as_the_rule_does() {
    List<ContractView> all = new ArrayList<>();
    all.add(house.contracts.draft(house.data(customer, "2026-01-01", null, GUARD)));
    for (String end : Arrays.asList("2026-02-28", "2026-03-01", "2026-03-02", null)) {
      all.add(house.signed(house.data(customer, "2026-01-01", end, GUARD), "2026-01-01"));
    }
    all.add(house.signed(house.data(customer, "2026-03-02", null, GUARD), "2026-01-01"));
    for (String end : List.of("2026-02-28", "2026-03-01")) {
      all.add(
          house.terminate(
              house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01"),
              "2026-01-15",
              end));
    }

    for (ContractState state : ContractState.values()) {
      assertEquals(
          all.stream()
              .filter(one -> one.state() == state)
              .map(ContractView::id)
              .sorted(Comparator.comparing(ContractId::value))
              .toList(),
          house
              .contracts
              .page(
                  new ContractQuery(
                      null, null, null, state, null, null, null, null, null, null, null),
                  new PageRequest(50, null, "number"))
              .items()
              .stream()
              .peek(row -> assertEquals(state, row.state()))
              .map(ContractSummary::id)
              .toList(),
          state.name());
    }
  }

  @Test
  void what_is_to_be_decided_soon_is_listed_for_who_looks_after_it() {
    house.signed(house.data(customer, "2026-01-01", "2026-03-31", GUARD), "2026-01-01");
    house.signed(house.data(customer, "2026-01-01", "2026-08-31", GUARD), "2026-01-01");
    house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");

    assertEquals(1, house.contracts.count(ContractQuery.endingWithin(60, new UserId(2)), 10));
    assertEquals(0, house.contracts.count(ContractQuery.endingWithin(60, new UserId(3)), 10));
    assertEquals(2, house.contracts.count(ContractQuery.endingWithin(365, null), 10));
  }

  @Test
  void words_find_by_party_number_and_lines_and_names_follow_the_register() {
    ContractView contract = house.contracts.draft(house.data(customer, "2026-01-01", null, GUARD));
    PartyNameChanges names = new PartyNameChanges(house.entities, house.rows);

    assertEquals(1, house.contracts.count(ContractQuery.words("zabka monitoring 0001"), 10));
    house.unitOfWork.run(
        () ->
            names.handle(
                new RecordedEvent<>(
                    1,
                    house.clock.instant(),
                    "tester",
                    new PartyChanged(customer, "Biedronka", List.of("name")))));

    assertEquals("Biedronka", house.contracts.get(contract.id()).partyName());
    assertEquals(1, house.contracts.count(ContractQuery.words("biedronka"), 10));
    assertEquals(0, house.contracts.count(ContractQuery.words("zabka"), 10));
  }

  @Test
  void contracts_of_parties_out_of_reach_are_not_there() {
    PartyId other = house.customer("Other");
    ContractView own = house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    ContractView foreign = house.signed(house.data(other, "2026-01-01", null, GUARD), "2026-01-01");
    house.scope.nowReach(customer);

    assertEquals(
        List.of(own.id()),
        house.contracts.page(ContractQuery.all(), PageRequest.first()).items().stream()
            .map(ContractSummary::id)
            .toList());
    assertThrows(NotFound.class, () -> house.contracts.get(foreign.id()));
    assertThrows(NotFound.class, () -> house.contracts.terms(foreign.id(), null));
    assertThrows(NotFound.class, () -> house.annexes.of(foreign.id()));
    assertThrows(NotFound.class, () -> house.scans.of(foreign.id()));
    assertThrows(NotFound.class, () -> house.tariffs.of(foreign.id()));
    assertThrows(NotFound.class, () -> house.terminate(foreign, "2026-01-01", "2026-02-01"));
    assertEquals(1, house.originals.count(OriginalQuery.missing(null), 10));
    assertEquals(
        1,
        house
            .balance
            .balance(
                BalanceQuery.of(
                    LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), BalanceDimension.NOTHING))
            .get(0)
            .gainedNumber());
    assertThrows(
        NotFound.class, () -> house.contracts.draft(house.data(other, "2026-01-01", null)));
  }

  @Test
  void who_may_only_read_changes_nothing() {
    ContractView draft = house.contracts.draft(house.data(customer, "2026-01-01", null, GUARD));
    house.user.nowMay("contracts.contract.read");

    assertThrows(Forbidden.class, () -> house.contracts.sign(draft.id(), ANY, null));
    assertThrows(Forbidden.class, () -> house.contracts.discard(draft.id(), ANY));
    assertThrows(Forbidden.class, () -> house.types.add(ContractTypeData.of("x", "X", null)));
    assertThrows(
        Forbidden.class, () -> house.scans.add(draft.id(), "a.pdf", InputStream.nullInputStream()));
    assertEquals(draft.id(), house.contracts.get(draft.id()).id());
  }

  private static LineData unknown(LineData line) {
    return new LineData(
        "77",
        line.product(),
        line.name(),
        line.quantity(),
        null,
        line.unitPrice(),
        null,
        null,
        1,
        null,
        null,
        null,
        null);
  }

  private static List<String> fields(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(InvalidInput.class, act).errors().stream()
        .map(error -> error.field())
        .toList();
  }
}
