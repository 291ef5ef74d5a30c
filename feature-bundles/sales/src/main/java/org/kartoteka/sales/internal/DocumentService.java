package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.sales.CorrectionData;
import org.kartoteka.sales.CorrectionData.CorrectedLine;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.SalesDocuments;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.data.ScheduleRows;
import org.kartoteka.sales.internal.data.SeriesRows;
import org.kartoteka.sales.internal.domain.Correction;
import org.kartoteka.sales.internal.domain.DayRates;
import org.kartoteka.sales.internal.domain.DocumentRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices and what corrects them. */
@Component
public final class DocumentService implements SalesDocuments {

  private static final int TEXT = 2000;
  private static final int REASON = 300;

  private final RecordKeeping keeping;
  private final DocumentRows rows;
  private final CatalogueRows products;
  private final RateRows rates;
  private final SeriesRows series;
  private final ExchangeRates exchange;
  private final Posting posting;
  private final UserDirectory users;
  private final ScheduleRows schedules;
  private final PartyRegister parties;
  private final PartyScope scope;
  private final PartyGate gate;
  private final SalesSettings settings;
  private final InvoicePaper paper;

  @Activate
  public DocumentService(
      @Reference RecordKeeping keeping,
      @Reference DocumentRows rows,
      @Reference CatalogueRows products,
      @Reference RateRows rates,
      @Reference SeriesRows series,
      @Reference ExchangeRates exchange,
      @Reference Posting posting,
      @Reference UserDirectory users,
      @Reference ScheduleRows schedules,
      @Reference PartyRegister parties,
      @Reference PartyScope scope,
      @Reference PartyGate gate,
      @Reference SalesSettings settings,
      @Reference InvoicePaper paper) {
    this.keeping = keeping;
    this.rows = rows;
    this.products = products;
    this.rates = rates;
    this.series = series;
    this.exchange = exchange;
    this.posting = posting;
    this.users = users;
    this.schedules = schedules;
    this.parties = parties;
    this.scope = scope;
    this.gate = gate;
    this.settings = settings;
    this.paper = paper;
  }

  @Override
  public DocumentView draft(InvoiceData given) {
    return keeping.with(
        SalesPermissions.CHANGE,
        () -> {
          DocumentView draft = written(given, null);
          rows.insert(List.of(draft));
          keeping.created(reference(draft), draft.data());
          return view(draft.id());
        });
  }

  @Override
  public DocumentView change(DocumentId id, ExpectedRevision revision, InvoiceData given) {
    return keeping.with(
        SalesPermissions.CHANGE,
        () -> {
          DocumentView before = locked(id, revision, RecordAction.CHANGE);
          requireDraft(before);
          if (before.runId() != null) {
            throw new Refused("problem.sales.recurring-draft");
          }
          DocumentView after = written(given, before);
          rows.update(after);
          keeping.changed(reference(before), before.data(), after.data());
          return view(id);
        });
  }

  @Override
  public void remove(DocumentId id, ExpectedRevision revision) {
    keeping.with(
        SalesPermissions.CHANGE,
        () -> {
          DocumentView before = locked(id, revision, RecordAction.CHANGE);
          requireDraft(before);
          schedules.forget(id);
          rows.delete(id);
          keeping.deleted(reference(before), before.data());
          return null;
        });
  }

  @Override
  public DocumentView post(DocumentId id, ExpectedRevision revision) {
    return keeping.with(
        SalesPermissions.POST,
        () -> {
          locked(id, revision, RecordAction.CHANGE);
          return postAll(List.of(id)).get(0);
        });
  }

  /** What posting changes. */
  public record Posted(DocumentState state, String number) {}

  @Override
  public List<DocumentView> postAll(List<DocumentId> ids) {
    return keeping.with(
        SalesPermissions.POST,
        () -> {
          rows.lock(ids);
          List<DocumentView> drafts = views(ids);
          for (DocumentView draft : drafts) {
            requireDraft(draft);
            if (draft.lines().isEmpty()) {
              throw new Refused("problem.sales.no-lines");
            }
          }
          requireDealings(drafts.stream().map(DocumentView::partyId).collect(Collectors.toSet()));
          for (DocumentView posted : posting.post(drafts)) {
            keeping.changed(
                reference(posted),
                new Posted(DocumentState.DRAFT, null),
                new Posted(posted.state(), posted.number()));
          }
          return views(ids);
        });
  }

  @Override
  public long postDrafts(DocumentQuery query) {
    DocumentQuery drafts = query.drafts();
    long posted = 0;
    List<DocumentId> ids = oldest(drafts);
    while (!ids.isEmpty()) {
      postAll(ids);
      posted += ids.size();
      ids = oldest(drafts);
    }
    return posted;
  }

  private List<DocumentId> oldest(DocumentQuery drafts) {
    return page(drafts, new PageRequest(PageRequest.MAX_LIMIT, null, "issuedOn")).items().stream()
        .map(DocumentView::id)
        .toList();
  }

  @Override
  public DocumentView correct(DocumentId id, ExpectedRevision revision, CorrectionData given) {
    return correct(id, revision, given.issuedOn(), given.reason(), correction -> given.lines());
  }

  @Override
  public DocumentView cancel(
      DocumentId id, ExpectedRevision revision, LocalDate issuedOn, String reason) {
    return correct(id, revision, issuedOn, reason, Correction::all);
  }

  private DocumentView correct(
      DocumentId id,
      ExpectedRevision revision,
      LocalDate issuedOn,
      String reason,
      Function<Correction, List<CorrectedLine>> wanted) {
    return keeping.with(
        SalesPermissions.POST,
        () -> {
          DocumentView invoice = locked(id, revision, RecordAction.CHANGE);
          requireCorrectable(invoice);
          gate.require(invoice.partyId(), Dealing.SETTLE);
          Findings findings = new Findings();
          String why = findings.requiredLine("reason", reason, REASON);
          LocalDate day = issuedOn == null ? keeping.act().today() : issuedOn;
          if (day.isBefore(invoice.issuedOn())) {
            findings.add("issuedOn", "beforeInvoice");
          }
          Correction correction = correction(invoice);
          List<LineView> differences = correction.differences(wanted.apply(correction), findings);
          findings.throwIfAny();
          if (differences.isEmpty()) {
            throw new Refused("problem.sales.nothing-corrected");
          }
          DocumentView note =
              posting.write(List.of(creditNote(invoice, day, why, differences))).get(0);
          keeping.created(reference(note), new CorrectionData(day, why, List.of()));
          keeping.changed(
              reference(invoice), new CorrectedBy(null), new CorrectedBy(note.number()));
          return view(note.id());
        });
  }

  private Correction correction(DocumentView invoice) {
    Stream<LineView> before =
        rows.corrections(invoice.id()).stream().flatMap(note -> note.lines().stream());
    return new Correction(invoice.lines(), before.toList(), invoice.currency());
  }

  @Override
  public List<LineView> standing(DocumentId id) {
    return keeping.with(SalesPermissions.READ, () -> correction(view(id)).standing());
  }

  /** What a correction changes of its invoice. */
  public record CorrectedBy(String correctedBy) {}

  @Override
  public DocumentView get(DocumentId id) {
    return keeping.with(SalesPermissions.READ, () -> view(id));
  }

  @Override
  public List<DocumentView> corrections(DocumentId id) {
    return keeping.with(SalesPermissions.READ, () -> rows.corrections(view(id).id()));
  }

  @Override
  public Page<DocumentView> page(DocumentQuery query, PageRequest request) {
    return keeping.with(
        SalesPermissions.READ, () -> rows.page(query, keeping.act().today(), request));
  }

  @Override
  public long count(DocumentQuery query, long atMost) {
    return keeping.with(
        SalesPermissions.READ, () -> rows.count(query, keeping.act().today(), atMost));
  }

  @Override
  public PrintedDocument printed(DocumentId id) {
    return keeping.with(SalesPermissions.READ, () -> paper.of(view(id)));
  }

  private DocumentView written(InvoiceData given, DocumentView before) {
    Findings findings = new Findings();
    findings.required("partyId", given.partyId());
    if (before != null && !before.partyId().equals(given.partyId())) {
      findings.add("partyId", "fixed");
    }
    if (given.partyId() != null && parties.find(given.partyId()).isEmpty()) {
      findings.add("partyId", "unknownParty", given.partyId());
    }
    findings.throwIfAny();
    scope.require(given.partyId(), RecordAction.CHANGE);
    PartyView party = parties.get(given.partyId());
    Act act = keeping.act();
    LocalDate issuedOn =
        findings.day("issuedOn", given.issuedOn() == null ? act.today() : given.issuedOn());
    if (given.salespersonId() != null && users.user(given.salespersonId()).isEmpty()) {
      findings.add("salespersonId", "unknownUser", given.salespersonId());
    }
    LocalDate soldOn = findings.day("soldOn", given.soldOn());
    LocalDate dueOn =
        findings.day(
            "dueOn",
            given.dueOn() == null
                ? settings.dueOn(issuedOn, party.paymentTermDays())
                : given.dueOn());
    if (dueOn != null && dueOn.isBefore(issuedOn)) {
      findings.add("dueOn", "beforeStart");
    }
    Currency currency = currency(given, party);
    DayRates taxes = new DayRates(rates.taxRates());
    List<String> codes =
        given.lines().stream().map(LineData::product).filter(Objects::nonNull).toList();
    DocumentRules rules =
        new DocumentRules(
            products.ofCodes(codes), taxes, currency, soldOn == null ? issuedOn : soldOn);
    List<LineView> lines = rules.lines(given.lines(), findings);
    String note =
        findings.text("note", given.note() == null ? party.documentText() : given.note(), TEXT);
    findings.throwIfAny();
    return Documents.invoice(
        before == null ? rows.newIds(1).get(0) : before.id(),
        series.usual(DocumentKind.INVOICE).code(),
        new InvoiceData(
            given.partyId(),
            issuedOn,
            soldOn,
            dueOn,
            currency,
            given.salespersonId(),
            note,
            List.of()),
        party.name(),
        exchange.on(currency, issuedOn).orElse(BigDecimal.ONE),
        lines,
        act);
  }

  private Currency currency(InvoiceData given, PartyView party) {
    if (given.currency() != null) {
      return given.currency();
    }
    return party.currency() == null ? exchange.home() : Currency.getInstance(party.currency());
  }

  private DocumentView creditNote(
      DocumentView invoice, LocalDate day, String reason, List<LineView> lines) {
    return Documents.creditNote(
        rows.newIds(1).get(0),
        series.usual(DocumentKind.CREDIT_NOTE).code(),
        invoice,
        day,
        reason,
        null,
        lines,
        keeping.act());
  }

  private DocumentView locked(DocumentId id, ExpectedRevision revision, RecordAction action) {
    rows.lock(List.of(id));
    DocumentView document = view(id);
    scope.require(document.partyId(), action);
    revision.check(document.revision(), TYPE, id.value());
    return document;
  }

  /** Asks one by one only when not all may be invoiced: then the first one says why. */
  private void requireDealings(Set<PartyId> parties) {
    if (!scope.covered(parties, RecordAction.CHANGE).containsAll(parties)) {
      parties.forEach(party -> scope.require(party, RecordAction.CHANGE));
    }
    if (!gate.permitted(parties, Dealing.SETTLE).containsAll(parties)) {
      parties.forEach(party -> gate.require(party, Dealing.SETTLE));
    }
  }

  private static void requireDraft(DocumentView document) {
    if (document.state() != DocumentState.DRAFT) {
      throw new Refused("problem.sales.posted", document.number());
    }
  }

  private static void requireCorrectable(DocumentView document) {
    if (document.kind() != DocumentKind.INVOICE || document.state() == DocumentState.DRAFT) {
      throw new Refused("problem.sales.not-correctable");
    }
    if (document.state() == DocumentState.CANCELLED) {
      throw new Refused("problem.sales.cancelled", document.number());
    }
  }

  /** The documents in the order of their ids as they were given. */
  private List<DocumentView> views(List<DocumentId> ids) {
    Map<DocumentId, DocumentView> found =
        rows.find(ids).stream().collect(Collectors.toMap(DocumentView::id, one -> one));
    return ids.stream()
        .distinct()
        .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(() -> missing(id)))
        .toList();
  }

  private static NotFound missing(DocumentId id) {
    return new NotFound(TYPE, id.value());
  }

  private DocumentView view(DocumentId id) {
    return rows.find(id).orElseThrow(() -> missing(id));
  }

  static RecordRef reference(DocumentView document) {
    String label = document.number() == null ? document.partyName() : document.number();
    return RecordRef.of(TYPE, document.id(), label);
  }
}
