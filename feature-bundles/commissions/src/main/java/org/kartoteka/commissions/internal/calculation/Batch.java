package org.kartoteka.commissions.internal.calculation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.internal.data.Json;
import org.kartoteka.commissions.internal.data.PlanBook;
import org.kartoteka.commissions.internal.domain.Annex;
import org.kartoteka.commissions.internal.domain.Beneficiary;
import org.kartoteka.commissions.internal.domain.ContractFacts;
import org.kartoteka.commissions.internal.domain.Deal;
import org.kartoteka.commissions.internal.domain.DealKind;
import org.kartoteka.commissions.internal.domain.DealLine;
import org.kartoteka.commissions.internal.domain.Movement;
import org.kartoteka.commissions.internal.domain.Reckoning;
import org.kartoteka.commissions.internal.domain.Version;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.PaymentAllocated;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.security.UserId;

/**
 * Several trade events, handled in their order in one transaction: everything they touch is read at
 * once, reckoned in memory event by event, and written at once. One event alone is a batch of one,
 * so that there is one way of reckoning only.
 */
final class Batch {

  private final DealRows rows;
  private final PlanBook plans;
  private final DealFiles files;
  private final Customers customers;
  private final StoredTotals totals;
  private final Reckoning reckoning;
  private final Writing writing;
  private final Numbers dealNumbers;
  private final Numbers beneficiaryNumbers;

  Batch(UnitOfWork unitOfWork, PlanBook plans, Json json) {
    this.plans = plans;
    this.rows = new DealRows(unitOfWork, json);
    this.files = new DealFiles();
    this.customers = new Customers(unitOfWork);
    this.totals = new StoredTotals(unitOfWork);
    this.reckoning = new Reckoning(plans::version, totals);
    this.writing = new Writing(unitOfWork, json);
    this.dealNumbers = new Numbers(unitOfWork, "deal_seq");
    this.beneficiaryNumbers = new Numbers(unitOfWork, "beneficiary_seq");
  }

  void handle(List<? extends RecordedEvent<? extends TradeEvent>> events) {
    fetch(events.stream().map(RecordedEvent::event).toList());
    events.forEach(this::handle);
    writing.write(files.all(), customers, totals);
  }

  private void fetch(List<? extends TradeEvent> events) {
    Set<DocumentRef> contracts = new LinkedHashSet<>();
    Set<DocumentRef> bills = new LinkedHashSet<>();
    Set<DocumentRef> ended = new LinkedHashSet<>();
    Set<PartyId> parties = new LinkedHashSet<>();
    for (TradeEvent event : events) {
      parties.add(event.party());
      if (event instanceof InvoicePosted invoice) {
        bills.add(invoice.document());
        invoice.lines().stream()
            .filter(line -> line.contract() != null)
            .forEach(line -> contracts.add(line.contract()));
      } else if (event instanceof CreditNotePosted note) {
        bills.add(note.document());
        bills.add(note.corrects());
      } else {
        allocations(event).forEach(one -> bills.add(one.document()));
        if (event instanceof ContractTerminated || event instanceof ContractTerminationWithdrawn) {
          ended.add(event.document());
        }
        if (isOfContract(event)) {
          contracts.add(event.document());
        }
      }
    }
    Map<Long, DealFile> found = new HashMap<>(rows.find(DealKind.CONTRACT, contracts));
    Set<Long> over =
        ended.stream()
            .flatMap(document -> found.values().stream().filter(f -> document.isSame(f.document)))
            .map(file -> file.id)
            .collect(Collectors.toSet());
    Map<Long, DealFile> invoices = new HashMap<>(rows.find(DealKind.INVOICE, bills));
    rows.invoicesOf(over).forEach(invoices::putIfAbsent);
    found.putAll(invoices);
    found.values().forEach(files::add);
    files.link(rows.creditNotes(bills));
    rows.totals(found.keySet(), totals::put);
    customers.fetch(parties);
  }

  private void handle(RecordedEvent<? extends TradeEvent> recorded) {
    TradeEvent event = recorded.event();
    if (event instanceof ContractSigned signed) {
      sign(recorded, signed);
    } else if (event instanceof ContractAnnexed annexed) {
      annex(recorded, annexed);
    } else if (event instanceof ContractTerminated terminated) {
      end(recorded, terminated.terminatedOn(), terminated.endsOn());
    } else if (event instanceof ContractTerminationWithdrawn withdrawn) {
      end(recorded, withdrawn.withdrawnOn(), null);
    } else if (event instanceof InvoicePosted posted) {
      post(recorded, posted);
    } else if (event instanceof CreditNotePosted note) {
      credit(recorded, note);
    } else if (event instanceof PaymentReceived payment) {
      pay(recorded, payment.allocations(), payment.receivedOn(), payment.currency(), false);
    } else if (event instanceof PaymentAllocated payment) {
      pay(recorded, payment.allocations(), payment.allocatedOn(), payment.currency(), false);
    } else if (event instanceof PaymentReturned payment) {
      pay(recorded, payment.allocations(), payment.returnedOn(), payment.currency(), true);
    }
  }

  private void sign(RecordedEvent<?> recorded, ContractSigned event) {
    ContractTerms terms = event.terms();
    DealFile file = file(DealKind.CONTRACT, event.document(), event.party(), terms.currency());
    if (file.isMade()) {
      return;
    }
    file.contractType = terms.type();
    file.startsOn = terms.startsOn();
    file.salesperson = terms.salesperson();
    file.made(event.signedOn(), terms.currency(), customers.nextContract(file.party));
    file.move(
        Movement.made(
            recorded.id(),
            event.signedOn(),
            Lines.of(event.document(), terms, terms.startsOn()),
            Map.of(DealFile.name(event.document()), file.facts(0))));
    settle(file, DealFile.name(event.document()), recorded);
  }

  private void annex(RecordedEvent<?> recorded, ContractAnnexed annexed) {
    DealFile file = files.find(DealKind.CONTRACT, annexed.document());
    if (file == null || file.knows(recorded.id())) {
      return;
    }
    Annex annex = new Annex(annexed.annex(), annexed.signedOn());
    move(
        file,
        Movement.annexed(
            recorded.id(),
            file.countsOn(annex),
            annex,
            Lines.of(annexed.document(), annexed.terms(), annexed.effectiveOn())),
        recorded.occurredAt());
  }

  /**
   * A contract was terminated, or goes on after all.
   *
   * @param last its last day; null when it goes on
   */
  private void end(RecordedEvent<? extends TradeEvent> recorded, LocalDate on, LocalDate last) {
    DocumentRef document = recorded.event().document();
    DealFile contract = files.find(DealKind.CONTRACT, document);
    if (contract == null || contract.knows(recorded.id())) {
      return;
    }
    contract.endedOn = last;
    contract.changed = true;
    String name = DealFile.name(document);
    Movement movement =
        last == null
            ? Movement.resumed(recorded.id(), on, name, contract.facts(0))
            : Movement.ended(recorded.id(), on, name, contract.facts(0));
    move(contract, movement, recorded.occurredAt());
    files.invoicesOf(name).forEach(invoice -> move(invoice, movement, recorded.occurredAt()));
  }

  private void post(RecordedEvent<?> recorded, InvoicePosted event) {
    DealFile file = file(DealKind.INVOICE, event.document(), event.party(), event.currency());
    if (file.isMade()) {
      return;
    }
    List<DealLine> lines = Lines.of(event.lines());
    Map<String, ContractFacts> contracts = new LinkedHashMap<>();
    for (DocumentRef document : contractsOf(event)) {
      DealFile contract = files.find(DealKind.CONTRACT, document);
      if (contract == null) {
        contract = file(DealKind.CONTRACT, document, event.party(), event.currency());
      }
      contract.invoices++;
      contract.changed = true;
      file.contracts.add(contract);
      contracts.put(DealFile.name(document), contract.facts(contract.invoices));
    }
    file.salesperson = event.salesperson();
    file.made(event.issuedOn(), event.currency(), customers.nextInvoice(file.party));
    file.move(Movement.made(recorded.id(), event.issuedOn(), lines, contracts));
    settle(file, contracts.keySet().stream().findFirst().orElse(null), recorded);
  }

  private static Collection<DocumentRef> contractsOf(InvoicePosted event) {
    Map<String, DocumentRef> contracts = new LinkedHashMap<>();
    event.lines().stream()
        .filter(line -> line.contract() != null)
        .forEach(line -> contracts.putIfAbsent(DealFile.name(line.contract()), line.contract()));
    return contracts.values();
  }

  private void credit(RecordedEvent<?> recorded, CreditNotePosted event) {
    DealFile file = file(DealKind.INVOICE, event.corrects(), event.party(), event.currency());
    if (file.knows(recorded.id()) || !files.credits(event.document(), file)) {
      return;
    }
    writing.creditNote(event.document(), file);
    move(
        file,
        Movement.credited(recorded.id(), event.issuedOn(), Lines.of(event.lines())),
        recorded.occurredAt());
  }

  private void pay(
      RecordedEvent<? extends TradeEvent> recorded,
      List<Allocation> allocations,
      LocalDate on,
      Currency currency,
      boolean back) {
    Map<DealFile, BigDecimal> amounts = new LinkedHashMap<>();
    for (Allocation one : allocations) {
      DealFile file = file(DealKind.INVOICE, one.document(), recorded.event().party(), currency);
      amounts.merge(file, back ? one.amount().negate() : one.amount(), BigDecimal::add);
    }
    amounts.forEach(
        (file, amount) -> {
          if (!file.knows(recorded.id())) {
            move(file, Movement.paid(recorded.id(), on, amount), recorded.occurredAt());
          }
        });
  }

  /** Fixes who earns on a deal that was just made, and reckons what. */
  private void settle(DealFile file, String contract, RecordedEvent<?> recorded) {
    LocalDate day = file.deal().date();
    Instant known = recorded.occurredAt();
    PlanBook.Team team =
        plans.team(
            contract, file.party == null ? null : file.party.value(), file.salesperson, day, known);
    for (Share share : team.shares()) {
      plans
          .inForce(share.person(), day, known)
          .ifPresent(version -> earns(file, version, share, team.restTo()));
    }
    reckon(file, last(file), known);
  }

  private void earns(DealFile file, Version version, Share share, UserId restTo) {
    Beneficiary seller =
        new Beneficiary(
            beneficiaryNumbers.next(),
            share.person(),
            version.id(),
            share.percent(),
            null,
            share.person().equals(restTo));
    file.earns(seller);
    List<BigDecimal> percents = version.terms().superiorPercents();
    List<UserId> superiors =
        percents.isEmpty() ? List.of() : plans.superiors(share.person(), percents.size());
    for (int i = 0; i < superiors.size(); i++) {
      file.earns(
          new Beneficiary(
              beneficiaryNumbers.next(),
              superiors.get(i),
              version.id(),
              percents.get(i),
              seller.id(),
              false));
    }
  }

  private void move(DealFile file, Movement movement, Instant occurredAt) {
    file.move(movement);
    reckon(file, movement, occurredAt);
  }

  private void reckon(DealFile file, Movement movement, Instant occurredAt) {
    if (!file.beneficiaries.isEmpty()) {
      writing.entries(
          file, movement, occurredAt, reckoning.entries(file.deal(), file.beneficiaries, movement));
    }
  }

  private DealFile file(DealKind kind, DocumentRef document, PartyId party, Currency currency) {
    DealFile known = files.find(kind, document);
    if (known != null) {
      if (!known.isMade()) {
        known.number = document.number();
        known.party = customers.survivor(party);
      }
      return known;
    }
    DealFile file =
        new DealFile(
            dealNumbers.next(),
            document,
            Deal.of(kind, document.number(), null, currency, 0),
            true);
    file.party = customers.survivor(party);
    files.add(file);
    return file;
  }

  private static Movement last(DealFile file) {
    return file.newMovements.get(file.newMovements.size() - 1);
  }

  private static boolean isOfContract(TradeEvent event) {
    return event instanceof ContractSigned
        || event instanceof ContractAnnexed
        || event instanceof ContractTerminated
        || event instanceof ContractTerminationWithdrawn;
  }

  private static List<Allocation> allocations(TradeEvent event) {
    if (event instanceof PaymentReceived payment) {
      return payment.allocations();
    }
    if (event instanceof PaymentAllocated payment) {
      return payment.allocations();
    }
    return event instanceof PaymentReturned payment ? payment.allocations() : List.of();
  }
}
