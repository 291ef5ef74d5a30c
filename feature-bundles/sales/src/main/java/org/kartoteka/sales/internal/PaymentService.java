package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.event.PaymentAllocated;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentId;
import org.kartoteka.sales.PaymentQuery;
import org.kartoteka.sales.PaymentReturn;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.sales.Payments;
import org.kartoteka.sales.internal.data.BookRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.PaymentRows;
import org.kartoteka.sales.internal.data.PaymentRows.Settlement;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.domain.Allotment;
import org.kartoteka.sales.internal.domain.PaymentRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was paid, what it settles, what went back. */
@Component(service = {Payments.class, PaymentService.class})
public final class PaymentService implements Payments {

  private static final int REASON = 300;

  private final RecordKeeping keeping;
  private final PaymentRows rows;
  private final DocumentRows documents;
  private final BookRows books;
  private final Settling settling;
  private final PartyRegister parties;
  private final PartyScope scope;
  private final PartyGate gate;

  @Activate
  public PaymentService(
      @Reference RecordKeeping keeping,
      @Reference PaymentRows rows,
      @Reference DocumentRows documents,
      @Reference BookRows books,
      @Reference Settling settling,
      @Reference PartyRegister parties,
      @Reference PartyScope scope,
      @Reference PartyGate gate) {
    this.keeping = keeping;
    this.rows = rows;
    this.documents = documents;
    this.books = books;
    this.settling = settling;
    this.parties = parties;
    this.scope = scope;
    this.gate = gate;
  }

  @Override
  public PaymentView receive(PaymentData given) {
    return keeping.with(
        SalesPermissions.PAY,
        () -> {
          Act act = keeping.act();
          Findings findings = new Findings();
          PaymentData data = PaymentRules.normal(given, act.today(), findings);
          if (data.partyId() != null && parties.find(data.partyId()).isEmpty()) {
            findings.add("partyId", "unknownParty", data.partyId());
          }
          findings.throwIfAny();
          scope.require(data.partyId(), RecordAction.CHANGE);
          gate.require(data.partyId(), Dealing.SETTLE);
          books.requireOpen(data.receivedOn());
          PaymentId id = rows.insert(data, act);
          PaymentView payment = view(id);
          List<Allocation> allocations =
              settle(payment, data.allocations(), data.receivedOn(), "ALLOCATED");
          keeping.created(
              reference(payment),
              data,
              new PaymentReceived(
                  document(payment),
                  payment.partyId(),
                  data.receivedOn(),
                  data.amount().amount(),
                  data.amount().currency(),
                  allocations));
          return view(id);
        });
  }

  @Override
  public PaymentView allocate(PaymentId id, ExpectedRevision revision, List<PaymentShare> shares) {
    return keeping.with(
        SalesPermissions.PAY,
        () -> {
          PaymentView payment = locked(id, revision);
          LocalDate today = keeping.act().today();
          books.requireOpen(today);
          List<Allocation> allocations = settle(payment, shares, today, "ALLOCATED");
          if (!allocations.isEmpty()) {
            keeping.happened(
                new PaymentAllocated(
                    act(id),
                    document(payment),
                    payment.partyId(),
                    today,
                    payment.amount().currency(),
                    allocations));
            changed(payment, null);
          }
          return view(id);
        });
  }

  @Override
  public PaymentView allocateOldestFirst(PaymentId id, ExpectedRevision revision) {
    return keeping.with(
        SalesPermissions.PAY,
        () -> {
          PaymentView payment = locked(id, revision);
          return allocate(id, ExpectedRevision.any(), oldestFirst(payment));
        });
  }

  @Override
  public PaymentView giveBack(PaymentId id, ExpectedRevision revision, PaymentReturn given) {
    return keeping.with(
        SalesPermissions.PAY,
        () -> {
          PaymentView payment = locked(id, revision);
          Act act = keeping.act();
          LocalDate day = given.returnedOn() == null ? act.today() : given.returnedOn();
          Findings findings = new Findings();
          PaymentRules.checkReturn(given, day, payment, findings);
          String reason = findings.line("reason", given.reason(), REASON);
          findings.throwIfAny();
          books.requireOpen(day);
          List<PaymentShare> taken = taken(payment, given);
          List<Allocation> back = settle(payment, taken, day, "RETURNED");
          rows.change(id, BigDecimal.ZERO, given.amount(), act);
          keeping.happened(returned(payment, day, given.amount(), back));
          taken.forEach(share -> settling.offsetAgain(share.documentId(), day));
          changed(payment, reason);
          return view(id);
        });
  }

  /**
   * Takes back the recording of a payment that nobody has touched since: it was never received.
   * Whoever heard of it hears that it went back.
   *
   * @param revision what it was when it was recorded
   * @throws Refused when the books are closed over its day
   */
  public void unrecord(PaymentId id, ExpectedRevision revision) {
    keeping.with(
        SalesPermissions.PAY,
        () -> {
          PaymentView payment = locked(id, revision);
          LocalDate today = keeping.act().today();
          books.requireOpen(payment.receivedOn());
          books.requireOpen(today);
          List<PaymentShare> taken =
              payment.allocations().stream()
                  .map(share -> PaymentShare.of(share.documentId(), share.amount().negate()))
                  .toList();
          List<Allocation> back = settle(payment, taken, today, "UNDONE");
          keeping.deleted(reference(payment), data(payment));
          keeping.happened(returned(payment, today, payment.amount().amount(), back));
          rows.delete(id);
          taken.forEach(share -> settling.offsetAgain(share.documentId(), today));
          return null;
        });
  }

  private static PaymentData data(PaymentView payment) {
    return new PaymentData(
        payment.partyId(),
        payment.receivedOn(),
        payment.amount(),
        payment.method(),
        payment.reference(),
        payment.note(),
        payment.allocations());
  }

  private PaymentReturned returned(
      PaymentView payment, LocalDate day, BigDecimal amount, List<Allocation> back) {
    return new PaymentReturned(
        act(payment.id()),
        document(payment),
        payment.partyId(),
        day,
        amount,
        payment.amount().currency(),
        back.stream().map(one -> new Allocation(one.document(), one.amount().negate())).toList());
  }

  @Override
  public PaymentView get(PaymentId id) {
    return keeping.with(SalesPermissions.READ, () -> view(id));
  }

  @Override
  public Page<PaymentView> page(PaymentQuery query, PageRequest request) {
    return keeping.with(SalesPermissions.READ, () -> rows.page(query, request));
  }

  @Override
  public long count(PaymentQuery query, long atMost) {
    return keeping.with(SalesPermissions.READ, () -> rows.count(query, atMost));
  }

  @Override
  public List<Balance> balances(PartyId party) {
    return keeping.with(
        SalesPermissions.READ,
        () -> {
          scope.require(party, RecordAction.READ);
          return rows.balances(party, keeping.act().today());
        });
  }

  private List<PaymentShare> oldestFirst(PaymentView payment) {
    List<DocumentView> open = documents.lockOpen(payment.partyId(), payment.amount().currency());
    List<BigDecimal> amounts =
        Allotment.of(payment.free(), open.stream().map(DocumentView::open).toList());
    List<PaymentShare> shares = new ArrayList<>();
    for (int at = 0; at < open.size(); at++) {
      if (amounts.get(at).signum() > 0) {
        shares.add(PaymentShare.of(open.get(at).id(), amounts.get(at)));
      }
    }
    return shares;
  }

  /** What is taken from documents, negative, so that the amount can go back. */
  private static List<PaymentShare> taken(PaymentView payment, PaymentReturn given) {
    BigDecimal rest = given.amount().subtract(payment.free());
    if (rest.signum() <= 0) {
      return List.of();
    }
    List<PaymentShare> from =
        given.takenFrom().isEmpty() ? payment.allocations() : given.takenFrom();
    List<BigDecimal> amounts = Allotment.of(rest, from.stream().map(PaymentShare::amount).toList());
    List<PaymentShare> taken = new ArrayList<>();
    for (int at = 0; at < from.size(); at++) {
      if (amounts.get(at).signum() > 0) {
        taken.add(PaymentShare.of(from.get(at).documentId(), amounts.get(at).negate()));
      }
    }
    return taken;
  }

  /** Settles documents, or opens them again by negative shares; all of them are held. */
  private List<Allocation> settle(
      PaymentView payment, List<PaymentShare> shares, LocalDate day, String act) {
    if (shares.isEmpty()) {
      return List.of();
    }
    List<DocumentId> ids = shares.stream().map(PaymentShare::documentId).distinct().toList();
    documents.lock(ids);
    Map<DocumentId, DocumentView> found =
        documents.find(ids).stream().collect(Collectors.toMap(DocumentView::id, one -> one));
    Map<DocumentId, BigDecimal> held = new HashMap<>();
    payment.allocations().forEach(share -> held.put(share.documentId(), share.amount()));
    Findings findings = new Findings();
    PaymentRules.check(payment, shares, found, held, findings);
    findings.throwIfAny();
    List<Settlement> settlements = new ArrayList<>();
    List<Allocation> allocations = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (PaymentShare share : shares) {
      DocumentView document = found.get(share.documentId());
      if (document.state() == DocumentState.DRAFT) {
        throw new Refused("problem.sales.draft");
      }
      settlements.add(Settlement.by(payment.id(), share.documentId(), share.amount()));
      allocations.add(new Allocation(Posting.reference(document), share.amount()));
      documents.settle(share.documentId(), share.amount());
      sum = sum.add(share.amount());
    }
    rows.write(settlements, day, act, keeping.act());
    rows.change(payment.id(), sum, BigDecimal.ZERO, keeping.act());
    return allocations;
  }

  /** What acts change of a payment. */
  public record Sums(BigDecimal allocated, BigDecimal returned, String reason) {}

  private void changed(PaymentView before, String reason) {
    PaymentView after = view(before.id());
    keeping.changed(
        reference(after),
        new Sums(before.allocated(), before.returned(), null),
        new Sums(after.allocated(), after.returned(), reason));
  }

  private PaymentView locked(PaymentId id, ExpectedRevision revision) {
    rows.lock(id);
    PaymentView payment = view(id);
    scope.require(payment.partyId(), RecordAction.CHANGE);
    revision.check(payment.revision(), TYPE, id.value());
    return payment;
  }

  private PaymentView view(PaymentId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  /** What was decided of a payment last, by its revision. */
  private DocumentRef act(PaymentId id) {
    PaymentView payment = view(id);
    return new DocumentRef(
        SalesPermissions.FEATURE, id.value() + "-" + payment.revision(), payment.reference());
  }

  private static RecordRef reference(PaymentView payment) {
    return RecordRef.of(TYPE, payment.id(), payment.reference());
  }

  private static DocumentRef document(PaymentView payment) {
    return new DocumentRef(
        SalesPermissions.FEATURE, Long.toString(payment.id().value()), payment.reference());
  }
}
