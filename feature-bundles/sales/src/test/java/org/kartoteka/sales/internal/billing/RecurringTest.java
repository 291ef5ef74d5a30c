package org.kartoteka.sales.internal.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.core.api.trade.ContractLine;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractRenewed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.sales.CorrectionData;
import org.kartoteka.sales.CorrectionData.CorrectedLine;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.RunState;
import org.kartoteka.sales.RunView;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;
import org.kartoteka.sales.TemplateView;
import org.kartoteka.sales.internal.House;
import org.kartoteka.sales.internal.domain.Agreement;
import org.kartoteka.sales.internal.domain.Fact;
import org.kartoteka.sales.internal.domain.Owed;
import org.kartoteka.sales.internal.domain.Schedule;

class RecurringTest {

  private static final Billing MONTHLY = new Billing(1, Billing.Due.IN_ADVANCE, null);

  private final House house = new House();
  private final PartyId party = house.customer("Kowalski");
  private long events;

  @Test
  void one_run_catches_up_and_the_next_invoices_nothing_twice() {
    sign("C1", terms("2026-01-01", null, line("a", "100", MONTHLY)));

    RunView first = run("2026-03-31");
    RunView second = run("2026-03-31");
    RunView third = run("2026-04-01");

    assertEquals(1, first.documents());
    assertEquals(3, first.lines());
    assertEquals(0, second.lines());
    assertEquals(1, third.lines());
    assertEquals(
        List.of("2026-01-01 100.00", "2026-02-01 100.00", "2026-03-01 100.00", "2026-04-01 100.00"),
        invoiced());
    InvoicePosted posted = house.journal.events(InvoicePosted.class).get(0);
    assertEquals("C1", posted.lines().get(0).contract().key());
    assertEquals("a", posted.lines().get(0).contractLine());
  }

  @Test
  void a_renewed_contract_is_invoiced_on_without_a_gap() {
    DocumentRef contract = sign("C1", terms("2026-01-01", "2026-02-28", line("a", "100", MONTHLY)));
    run("2026-05-01");
    assertEquals(2, invoiced().size());

    house.unitOfWork.run(
        () ->
            house.renewed.handle(
                event(new ContractRenewed(contract, party, LocalDate.of(2026, 4, 30)))));
    run("2026-05-01");

    assertEquals(
        List.of("2026-01-01 100.00", "2026-02-01 100.00", "2026-03-01 100.00", "2026-04-01 100.00"),
        invoiced());
  }

  @Test
  void an_annex_within_a_period_counts_by_day_and_a_later_one_gives_a_difference() {
    DocumentRef contract = sign("C1", terms("2026-03-01", null, line("a", "310", MONTHLY)));
    annex(contract, "2026-03-16", terms("2026-03-01", null, line("a", "620", MONTHLY)));
    run("2026-03-31");
    assertEquals(List.of("2026-03-01 470.00"), invoiced());

    annex(contract, "2026-03-30", terms("2026-03-01", null, line("a", "930", MONTHLY)));
    run("2026-03-31");

    assertEquals(List.of("2026-03-01 470.00", "2026-03-01 20.00"), invoiced());
  }

  @Test
  void an_annex_that_is_told_again_is_not_invoiced_again() {
    DocumentRef contract = sign("C1", terms("2026-01-01", null, line("a", "100", MONTHLY)));
    ContractTerms later = terms("2026-01-01", null, line("a", "200", MONTHLY));
    annex(contract, "2026-03-01", later);
    run("2026-04-01");
    assertEquals(
        List.of("2026-01-01 100.00", "2026-02-01 100.00", "2026-03-01 200.00", "2026-04-01 200.00"),
        invoiced());

    annex(contract, "2026-02-01", terms("2026-01-01", null, line("a", "300", MONTHLY)));
    annex(contract, "2026-03-01", later);

    assertEquals(1, run("2026-04-01").lines());
    assertEquals("2026-02-01 200.00", invoiced().get(4));
  }

  @Test
  void a_contract_that_ends_after_it_was_invoiced_gives_a_credit_note() {
    DocumentRef contract = sign("C1", terms("2026-03-01", null, line("a", "310", MONTHLY)));
    run("2026-03-01");

    terminate(contract, "2026-03-10");
    run("2026-03-31");

    DocumentView note = documents(DocumentKind.CREDIT_NOTE).get(0);
    DocumentView invoice = documents(DocumentKind.INVOICE).get(0);
    assertEquals(new BigDecimal("-210.00"), note.net());
    assertEquals(invoice.id(), note.correctsId());
    assertEquals(new BigDecimal("123.00"), invoice.open());
    assertEquals(0, note.open().signum());
    assertEquals(0, run("2026-06-30").lines());
  }

  @Test
  void what_was_taken_back_for_a_termination_is_invoiced_again_once_that_is_withdrawn() {
    DocumentRef contract = sign("C1", terms("2026-03-01", null, line("a", "310", MONTHLY)));
    run("2026-03-01");
    terminate(contract, "2026-03-10");
    run("2026-03-31");

    house.unitOfWork.run(
        () ->
            house.resumed.handle(
                event(
                    new ContractTerminationWithdrawn(
                        contract, party, null, House.TODAY, "a mistake"))));
    run("2026-04-01");

    BigDecimal net =
        Stream.of(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)
            .flatMap(kind -> documents(kind).stream())
            .map(DocumentView::net)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(new BigDecimal("620.00"), net);
    assertEquals(0, run("2026-04-30").lines());
  }

  @Test
  void what_was_credited_by_hand_is_not_credited_again() {
    DocumentRef contract = sign("C1", terms("2026-03-01", null, line("a", "310", MONTHLY)));
    run("2026-03-01");
    DocumentView invoice = documents(DocumentKind.INVOICE).get(0);
    correct(invoice, "100");

    terminate(contract, "2026-03-10");
    run("2026-03-31");
    assertEquals(
        new BigDecimal("123.00"), house.documents.get(invoice.id()).gross().add(credited()));
    terminate(contract, "2026-02-28");
    run("2026-03-31");

    assertEquals(0, house.documents.get(invoice.id()).gross().add(credited()).signum());
    assertEquals(DocumentState.CANCELLED, house.documents.get(invoice.id()).state());
    assertEquals(0, run("2026-06-30").documents());
  }

  @Test
  void what_is_taken_back_has_the_tax_it_was_invoiced_with() {
    DocumentRef contract = sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    run("2026-03-01");
    house.taxRates.set(new TaxRate("23", LocalDate.of(2026, 3, 15), new BigDecimal("25")));

    terminate(contract, "2026-02-28");
    run("2026-03-31");

    assertEquals(new BigDecimal("-23.00"), documents(DocumentKind.CREDIT_NOTE).get(0).tax());
    assertEquals(DocumentState.CANCELLED, documents(DocumentKind.INVOICE).get(0).state());
  }

  @Test
  void what_was_invoiced_in_two_steps_is_taken_back_from_both_invoices() {
    DocumentRef contract = sign("C1", terms("2026-03-01", null, line("a", "310", MONTHLY)));
    run("2026-03-01");
    annex(contract, "2026-03-01", terms("2026-03-01", null, line("a", "620", MONTHLY)));
    run("2026-03-02");

    terminate(contract, "2026-02-28");
    run("2026-03-31");

    assertEquals(2, documents(DocumentKind.CREDIT_NOTE).size());
    assertTrue(
        documents(DocumentKind.INVOICE).stream()
            .allMatch(invoice -> invoice.state() == DocumentState.CANCELLED));
  }

  @Test
  void a_lower_and_a_higher_line_give_a_credit_note_and_an_invoice() {
    DocumentRef contract =
        sign("C1", terms("2026-03-01", null, line("a", "310", MONTHLY), line("b", "31", MONTHLY)));
    run("2026-03-01");

    annex(
        contract,
        "2026-03-01",
        terms("2026-03-01", null, line("a", "210", MONTHLY), line("b", "1031", MONTHLY)));
    run("2026-03-31");

    assertEquals(new BigDecimal("-100.00"), documents(DocumentKind.CREDIT_NOTE).get(0).net());
    assertEquals(
        List.of("1000.00", "341.00"),
        documents(DocumentKind.INVOICE).stream()
            .map(invoice -> invoice.net().toPlainString())
            .sorted()
            .toList());
  }

  @Test
  void the_first_of_two_drafts_can_be_thrown_away() {
    DocumentRef contract = sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    drafts("2026-03-01");
    DocumentView first = documents(DocumentKind.INVOICE).get(0);
    annex(contract, "2026-03-01", terms("2026-03-01", null, line("a", "150", MONTHLY)));
    drafts("2026-03-01");

    house.documents.remove(first.id(), ExpectedRevision.any());
    run("2026-03-01");

    assertEquals(15_000, house.number("select sum(net) * 100 from sales.document"));
  }

  @Test
  void a_template_with_periods_that_cannot_be_is_refused() {
    house.product("SUB", "31", null);
    TemplateData never =
        new TemplateData(
            "Never",
            House.PLN,
            LocalDate.of(2026, 1, 1),
            null,
            new Billing(-1, null, null),
            List.of(new TemplateLine("SUB", null, BigDecimal.ONE, null)),
            List.of(party),
            null);

    InvalidInput invalid = assertThrows(InvalidInput.class, () -> house.templates.add(never));

    assertEquals(
        List.of("billing.months", "billing.due"),
        invalid.errors().stream().map(error -> error.field()).toList());
  }

  @Test
  void a_party_that_joins_a_template_again_pays_nothing_for_the_time_between() {
    house.product("SUB", "31", null);
    TemplateView template =
        house.templates.add(template(LocalDate.of(2026, 1, 1), null, "31", List.of(party)));
    TemplateView left =
        house.templates.change(
            template.id(),
            ExpectedRevision.any(),
            template(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), "31", List.of()));

    house.templates.change(
        left.id(),
        ExpectedRevision.any(),
        template(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), "31", List.of(party)));
    run("2026-04-01");

    assertEquals(List.of("2026-01-01 31.00", "2026-04-01 31.00"), invoiced());
  }

  @Test
  void a_template_still_reaches_a_party_that_became_part_of_another() {
    house.product("SUB", "31", null);
    PartyId survivor = house.customer("Nowak");
    TemplateView template =
        house.templates.add(template(LocalDate.of(2026, 3, 1), null, "31", List.of(party)));
    house.unitOfWork.run(() -> house.merge.merge(survivor, party));

    TemplateView dearer =
        house.templates.change(
            template.id(),
            ExpectedRevision.any(),
            template(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1), "62", List.of(survivor)));
    run("2026-04-01");
    house.templates.change(
        dearer.id(),
        ExpectedRevision.any(),
        template(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 1), "62", List.of()));
    run("2026-06-01");

    assertEquals(List.of("2026-03-01 31.00", "2026-04-01 62.00"), invoiced());
  }

  @Test
  void the_preview_shows_only_parties_in_reach() {
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    house.scope.nowReach(house.customer("Nowak"));

    assertEquals(List.of(), house.runs.preview(LocalDate.of(2026, 3, 1)).lines());
  }

  @Test
  void events_may_come_in_any_order_and_again() {
    DocumentRef contract = new DocumentRef("contracts", "C9", "9/2026");
    ContractSigned signed =
        new ContractSigned(
            contract, party, terms("2026-01-01", null, line("a", "100", MONTHLY)), House.TODAY);
    ContractAnnexed annexed =
        new ContractAnnexed(
            contract,
            party,
            "1",
            terms("2026-01-01", null, line("a", "200", MONTHLY)),
            LocalDate.of(2026, 2, 1),
            House.TODAY);
    RecordedEvent<ContractSigned> first = new RecordedEvent<>(1, null, "x", signed);
    RecordedEvent<ContractAnnexed> second = new RecordedEvent<>(2, null, "x", annexed);

    house.unitOfWork.run(() -> house.annexed.handle(second));
    assertEquals(0, run("2026-02-01").lines());
    house.unitOfWork.run(() -> house.signed.handle(first));
    house.unitOfWork.run(() -> house.signed.handle(first));
    run("2026-02-01");
    house.unitOfWork.run(() -> house.annexed.handle(second));

    assertEquals(0, run("2026-02-01").lines());
    assertEquals(List.of("2026-01-01 100.00", "2026-02-01 200.00"), invoiced());
  }

  @Test
  void lines_of_a_party_stand_on_one_invoice() {
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY), line("b", "50", MONTHLY)));
    sign("C2", terms("2026-03-01", null, line("a", "10", MONTHLY)));

    RunView run = run("2026-03-01");

    assertEquals(1, run.documents());
    assertEquals(new BigDecimal("196.80"), documents(DocumentKind.INVOICE).get(0).gross());
  }

  @Test
  void drafts_can_be_thrown_away_and_are_made_again() {
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    drafts("2026-03-01");
    DocumentView draft = documents(DocumentKind.INVOICE).get(0);
    assertEquals(DocumentState.DRAFT, draft.state());

    house.documents.remove(draft.id(), ExpectedRevision.any());
    run("2026-03-01");

    assertEquals(List.of("2026-03-01 100.00"), invoiced());
  }

  @Test
  void who_is_barred_or_lacks_a_rate_stays_due_and_is_named() {
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    house.barred.add(party);

    RunView run = run("2026-03-01");

    assertEquals(0, run.documents());
    assertEquals("sales.run.problem.barred", run.problems().get(0).problem());
    house.scope.nowReach();
    assertEquals(List.of(), house.runs.get(run.id()).problems());
    house.scope.nowReach(party);
    assertEquals(1, house.runs.get(run.id()).problems().size());
    house.barred.clear();
    assertEquals(1, run("2026-03-01").documents());
  }

  @Test
  void only_one_run_is_at_work_and_one_that_is_stopped_keeps_what_it_made() {
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    RunView run = house.runs.start(new RunOrder(LocalDate.of(2026, 3, 1), true));

    assertThrows(
        Refused.class, () -> house.runs.start(new RunOrder(LocalDate.of(2026, 3, 1), true)));
    assertEquals(RunState.STOPPED, house.runs.stop(run.id()).state());
    assertFalse(house.runs.goOn());
    assertEquals(List.of(), invoiced());
  }

  @Test
  void the_books_are_not_closed_under_a_run_at_work() {
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    house.runs.start(new RunOrder(LocalDate.of(2026, 3, 1), true));

    house.books.close(LocalDate.of(2026, 2, 28), null);
    assertThrows(Refused.class, () -> house.books.close(LocalDate.of(2026, 3, 1), null));
    finish();
    house.books.close(LocalDate.of(2026, 3, 1), null);

    assertEquals(List.of("2026-03-01 100.00"), invoiced());
  }

  @Test
  void a_contract_that_is_told_while_a_run_is_at_work_counts_among_its_parties() {
    RunView run = house.runs.start(new RunOrder(LocalDate.of(2026, 3, 1), true));
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));

    finish();

    assertEquals(1, house.runs.get(run.id()).done());
    assertEquals(1, house.runs.get(run.id()).parties());
  }

  @Test
  void each_party_pays_within_its_own_term_or_the_usual_one() {
    PartyId other = house.customer("Nowak");
    house.parties.setPaymentTerm(other, 30);
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    house.unitOfWork.run(
        () ->
            house.signed.handle(
                event(
                    new ContractSigned(
                        new DocumentRef("contracts", "C2", "C2"),
                        other,
                        terms("2026-03-01", null, line("a", "100", MONTHLY)),
                        House.TODAY))));

    run("2026-03-01");

    assertEquals(
        List.of("2026-03-15", "2026-03-31"),
        documents(DocumentKind.INVOICE).stream()
            .map(document -> document.dueOn().toString())
            .sorted()
            .toList());
  }

  @Test
  void a_batch_that_is_broken_off_is_done_again_without_double_or_gap() {
    sign("C1", terms("2026-03-01", null, line("a", "100", MONTHLY)));
    house.runs.start(new RunOrder(LocalDate.of(2026, 3, 1), true));
    assertThrows(
        IllegalStateException.class,
        () ->
            house.unitOfWork.run(
                () -> {
                  house.runs.goOn();
                  throw new IllegalStateException();
                }));

    finish();

    assertEquals(List.of("2026-03-01 100.00"), invoiced());
    assertEquals("FV/2026/1", documents(DocumentKind.INVOICE).get(0).number());
  }

  @Test
  void a_template_invoices_many_parties_and_changes_from_a_day() {
    house.product("SUB", "31", null);
    PartyId other = house.customer("Nowak");
    TemplateView template =
        house.templates.add(template(LocalDate.of(2026, 3, 1), null, "31", List.of(party, other)));
    run("2026-03-01");
    assertEquals(List.of("2026-03-01 31.00", "2026-03-01 31.00"), invoiced());
    assertTrue(
        documents(DocumentKind.INVOICE).stream()
            .flatMap(document -> house.documents.get(document.id()).lines().stream())
            .allMatch(line -> line.contract() == null));

    house.templates.change(
        template.id(),
        ExpectedRevision.of(template.revision()),
        template(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1), "62", List.of(other)));
    run("2026-04-01");

    assertEquals(List.of("2026-03-01 31.00", "2026-03-01 31.00", "2026-04-01 62.00"), invoiced());
  }

  @Test
  void the_preview_says_what_the_run_does() {
    sign("C1", terms("2026-02-01", null, line("a", "100", MONTHLY)));

    var preview = house.runs.preview(LocalDate.of(2026, 3, 1));
    run("2026-03-01");

    assertEquals(1, preview.parties());
    assertEquals(
        invoiced(),
        preview.lines().stream()
            .map(line -> line.from() + " " + line.net().amount())
            .collect(Collectors.toList()));
  }

  /** Contracts at random, invoiced on random days, come to what the definition says. */
  @Test
  void many_contracts_are_invoiced_as_the_definition_says() {
    Random random = new Random(7);
    List<List<Fact>> all = new ArrayList<>();
    List<DocumentRef> contracts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Fact> facts = new ArrayList<>();
      DocumentRef contract = new DocumentRef("contracts", "R" + i, "R" + i);
      ContractTerms terms = random(random);
      house.unitOfWork.run(
          () -> {
            RecordedEvent<ContractSigned> event =
                event(new ContractSigned(contract, party, terms, House.TODAY));
            house.signed.handle(event);
            facts.add(Fact.signed(event.id(), terms));
          });
      all.add(facts);
      contracts.add(contract);
    }
    LocalDate day = LocalDate.of(2024, 1, 15);
    while (day.isBefore(House.TODAY)) {
      for (int i = 0; i < 10; i++) {
        int at = random.nextInt(all.size());
        LocalDate effective = day.minusDays(random.nextInt(60) - 20L);
        ContractTerms terms = random(random);
        house.unitOfWork.run(
            () -> {
              RecordedEvent<ContractAnnexed> event =
                  event(
                      new ContractAnnexed(
                          contracts.get(at), party, "x", terms, effective, House.TODAY));
              house.annexed.handle(event);
              all.get(at).add(Fact.annexed(event.id(), effective, terms));
            });
      }
      run(day.toString());
      day = day.plusDays(20 + random.nextInt(60));
    }
    LocalDate last = House.TODAY;
    run(last.toString());

    for (int i = 0; i < all.size(); i++) {
      BigDecimal owed = BigDecimal.ZERO;
      for (Schedule schedule : Agreement.of(all.get(i)).schedules()) {
        for (Owed one : schedule.due(last)) {
          owed = owed.add(one.net(House.PLN).amount());
        }
      }
      long billed =
          house.number(
              "select coalesce(sum(net), 0) * 100 from sales.document_line where contract_key = 'R"
                  + i
                  + "'");
      assertEquals(owed.movePointRight(2).longValueExact(), billed, "contract " + i);
    }
    assertEquals(
        house.number("select sum(net) * 100 from sales.billed"),
        house.number("select sum(net) * 100 from sales.document"));
  }

  private ContractTerms random(Random random) {
    LocalDate from = LocalDate.of(2023, 10, 1).plusDays(random.nextInt(120));
    LocalDate until = random.nextInt(3) == 0 ? from.plusDays(200 + random.nextInt(700)) : null;
    List<ContractLine> lines = new ArrayList<>();
    for (String key : List.of("a", "b", "c")) {
      if (random.nextInt(4) > 0) {
        Billing billing =
            new Billing(
                List.of(0, 1, 1, 1, 3, 12).get(random.nextInt(6)),
                random.nextBoolean() ? Billing.Due.IN_ADVANCE : Billing.Due.IN_ARREARS,
                random.nextInt(3) == 0 ? LocalDate.of(2024, 1, 31) : null);
        lines.add(
            new ContractLine(
                key,
                null,
                "line " + key,
                BigDecimal.valueOf(1 + random.nextInt(5)),
                null,
                BigDecimal.valueOf(random.nextInt(100_000), 2),
                BigDecimal.ONE,
                null,
                billing,
                from.plusDays(random.nextInt(40)),
                random.nextInt(5) == 0 ? from.plusDays(100 + random.nextInt(400)) : null));
      }
    }
    return new ContractTerms("service", null, null, null, from, until, House.PLN, lines);
  }

  private TemplateData template(
      LocalDate startsOn, LocalDate effectiveOn, String price, List<PartyId> parties) {
    return new TemplateData(
        "Subscription",
        House.PLN,
        startsOn,
        null,
        MONTHLY,
        List.of(new TemplateLine("SUB", null, BigDecimal.ONE, new BigDecimal(price))),
        parties,
        effectiveOn);
  }

  private RunView run(String day) {
    RunView run = house.runs.start(new RunOrder(LocalDate.parse(day), true));
    finish();
    return house.runs.get(run.id());
  }

  private void drafts(String day) {
    house.runs.start(new RunOrder(LocalDate.parse(day), false));
    finish();
  }

  private void terminate(DocumentRef contract, String endsOn) {
    house.unitOfWork.run(
        () ->
            house.terminated.handle(
                event(
                    new ContractTerminated(
                        contract, party, LocalDate.parse(endsOn), House.TODAY, null))));
  }

  private void correct(DocumentView invoice, String price) {
    house.documents.correct(
        invoice.id(),
        ExpectedRevision.any(),
        new CorrectionData(
            null, "agreed", List.of(new CorrectedLine(1, null, new BigDecimal(price)))));
  }

  private BigDecimal credited() {
    return documents(DocumentKind.CREDIT_NOTE).stream()
        .map(DocumentView::gross)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void finish() {
    while (house.runs.goOn()) {
      continue;
    }
  }

  private List<DocumentView> documents(DocumentKind kind) {
    return house
        .documents
        .page(
            new DocumentQuery(null, null, kind, null, null, false, false, null, null, null),
            PageRequest.first())
        .items();
  }

  private List<String> invoiced() {
    return house
        .documents
        .page(DocumentQuery.all(), new PageRequest(100, null, "number"))
        .items()
        .stream()
        .flatMap(document -> house.documents.get(document.id()).lines().stream())
        .map(RecurringTest::said)
        .toList();
  }

  private static String said(LineView line) {
    return line.from() + " " + line.net();
  }

  private DocumentRef sign(String key, ContractTerms terms) {
    DocumentRef contract = new DocumentRef("contracts", key, key);
    house.unitOfWork.run(
        () -> house.signed.handle(event(new ContractSigned(contract, party, terms, House.TODAY))));
    return contract;
  }

  private void annex(DocumentRef contract, String day, ContractTerms terms) {
    house.unitOfWork.run(
        () ->
            house.annexed.handle(
                event(
                    new ContractAnnexed(
                        contract, party, "x", terms, LocalDate.parse(day), House.TODAY))));
  }

  private <E extends org.kartoteka.platform.api.journal.DomainEvent> RecordedEvent<E> event(
      E event) {
    return new RecordedEvent<>(++events, null, "tester", event);
  }

  private static ContractTerms terms(String from, String until, ContractLine... lines) {
    LocalDate start = LocalDate.parse(from);
    List<ContractLine> dated = new ArrayList<>();
    for (ContractLine line : lines) {
      dated.add(
          new ContractLine(
              line.key(),
              null,
              line.name(),
              line.quantity(),
              null,
              line.unitPrice(),
              null,
              null,
              line.billing(),
              start,
              null));
    }
    return new ContractTerms(
        "service",
        null,
        null,
        null,
        start,
        until == null ? null : LocalDate.parse(until),
        House.PLN,
        dated);
  }

  private static ContractLine line(String key, String price, Billing billing) {
    return new ContractLine(
        key,
        null,
        "line " + key,
        BigDecimal.ONE,
        null,
        new BigDecimal(price),
        null,
        null,
        billing,
        LocalDate.of(2000, 1, 1),
        null);
  }
}
