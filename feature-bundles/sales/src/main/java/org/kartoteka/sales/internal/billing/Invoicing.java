package org.kartoteka.sales.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.internal.Documents;
import org.kartoteka.sales.internal.Posting;
import org.kartoteka.sales.internal.SalesSettings;
import org.kartoteka.sales.internal.Settling;
import org.kartoteka.sales.internal.data.BillingRows;
import org.kartoteka.sales.internal.data.BillingRows.Due;
import org.kartoteka.sales.internal.data.BillingRows.NewlyBilled;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.RunRows.AtWork;
import org.kartoteka.sales.internal.data.SeriesRows;
import org.kartoteka.sales.internal.domain.DayRates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Invoices what is due of some parties, all in one transaction: reads what is owed and what was
 * invoiced, groups the differences into documents, writes these and what they invoice.
 */
@Component(service = Invoicing.class)
public final class Invoicing {

  private final RecordKeeping keeping;
  private final BillingRows billing;
  private final DocumentRows documents;
  private final CatalogueRows products;
  private final RateRows rates;
  private final SeriesRows series;
  private final ExchangeRates exchange;
  private final Posting posting;
  private final Settling settling;
  private final SalesSettings settings;
  private final PartyGate gate;
  private final PartyNames names;

  @Activate
  public Invoicing(
      @Reference RecordKeeping keeping,
      @Reference BillingRows billing,
      @Reference DocumentRows documents,
      @Reference CatalogueRows products,
      @Reference RateRows rates,
      @Reference SeriesRows series,
      @Reference ExchangeRates exchange,
      @Reference Posting posting,
      @Reference Settling settling,
      @Reference SalesSettings settings,
      @Reference PartyGate gate,
      @Reference PartyNames names) {
    this.keeping = keeping;
    this.billing = billing;
    this.documents = documents;
    this.products = products;
    this.rates = rates;
    this.series = series;
    this.exchange = exchange;
    this.posting = posting;
    this.settling = settling;
    this.settings = settings;
    this.gate = gate;
    this.names = names;
  }

  /** What was made. */
  record Made(long documents, long lines, Map<PartyId, String> problems) {}

  /** Lines that stand on one invoice. */
  private record Group(PartyId party, Currency currency, UserId salesperson, BranchId branch) {}

  /** A document with what it invoices, line by line. */
  private record Draft(DocumentView document, List<DueAmount> amounts) {}

  /** What would be invoiced of the parties. */
  List<DueAmount> preview(Collection<PartyId> parties, LocalDate day) {
    return amounts(parties, day);
  }

  /** Invoices what is due of the parties; those that cannot be invoiced stay due. */
  Made invoice(AtWork run, List<PartyId> parties) {
    billing.lock(parties, run.day());
    List<DueAmount> amounts = amounts(parties, run.day());
    InvoiceLines writing = writing(amounts, run.day());
    Map<PartyId, String> problems = problems(amounts, writing, run.day());
    amounts.removeIf(amount -> problems.containsKey(amount.due().party()));
    List<Draft> drafts = drafts(run, amounts, writing, problems);
    drafts.removeIf(draft -> problems.containsKey(draft.document().partyId()));
    write(run, drafts.stream().map(Draft::document).toList());
    billing.write(drafts.stream().flatMap(draft -> billed(draft).stream()).toList());
    Set<PartyId> done = new HashSet<>(parties);
    done.removeAll(problems.keySet());
    billing.moveOn(done, run.day());
    long lines = drafts.stream().mapToLong(draft -> draft.amounts().size()).sum();
    return new Made(drafts.size(), lines, problems);
  }

  private List<DueAmount> amounts(Collection<PartyId> parties, LocalDate day) {
    List<DueAmount> amounts = new ArrayList<>();
    for (Due due : billing.due(parties, day)) {
      DueAmount amount = DueAmount.of(due);
      if (!amount.isNothing()) {
        amounts.add(amount);
      }
    }
    return amounts;
  }

  private InvoiceLines writing(List<DueAmount> amounts, LocalDate day) {
    Set<String> codes =
        amounts.stream()
            .map(amount -> amount.due().product())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new InvoiceLines(
        products.ofCodes(codes), new DayRates(rates.taxRates()), settings.usualTaxCode(), day);
  }

  private Map<PartyId, String> problems(
      List<DueAmount> amounts, InvoiceLines writing, LocalDate day) {
    Map<PartyId, String> problems = new LinkedHashMap<>();
    Set<PartyId> parties =
        amounts.stream().map(amount -> amount.due().party()).collect(Collectors.toSet());
    Set<PartyId> permitted = gate.permitted(parties, Dealing.SETTLE);
    Map<Currency, Boolean> exchanged = new HashMap<>();
    for (DueAmount amount : amounts) {
      PartyId party = amount.due().party();
      if (!permitted.contains(party)) {
        problems.putIfAbsent(party, "sales.run.problem.barred");
      } else if (writing.rate(amount.due()).isEmpty()) {
        problems.putIfAbsent(party, "sales.run.problem.tax");
      } else if (!exchanged.computeIfAbsent(
          amount.due().currency(), currency -> exchange.on(currency, day).isPresent())) {
        problems.putIfAbsent(party, "sales.run.problem.rate");
      }
    }
    return problems;
  }

  private List<Draft> drafts(
      AtWork run, List<DueAmount> amounts, InvoiceLines writing, Map<PartyId, String> problems) {
    Map<Group, List<DueAmount>> groups = new LinkedHashMap<>();
    for (DueAmount amount : amounts) {
      Due due = amount.due();
      Group group = new Group(due.party(), due.currency(), due.salesperson(), due.branch());
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(amount);
    }
    Map<Group, Map<DocumentId, List<DueAmount>>> lowered = new LinkedHashMap<>();
    groups.forEach(
        (group, list) -> {
          if (sum(list).signum() < 0) {
            Map<DocumentId, List<DueAmount>> notes = new LinkedHashMap<>();
            list.stream()
                .filter(DueAmount::takesBack)
                .forEach(
                    amount ->
                        notes
                            .computeIfAbsent(
                                amount.due().billed().document(), key -> new ArrayList<>())
                            .add(amount));
            list.removeIf(DueAmount::takesBack);
            lowered.put(group, notes);
            if (sum(list).signum() < 0) {
              problems.put(group.party(), "sales.run.problem.negative");
            }
          }
        });
    List<Draft> drafts = new ArrayList<>(invoices(run, groups, writing));
    drafts.addAll(creditNotes(run, lowered, writing, problems));
    return drafts;
  }

  private List<Draft> invoices(
      AtWork run, Map<Group, List<DueAmount>> groups, InvoiceLines writing) {
    groups.values().removeIf(List::isEmpty);
    Act act = keeping.act();
    String code = series.usual(DocumentKind.INVOICE).code();
    List<DocumentId> ids = new ArrayList<>(documents.newIds(groups.size()));
    Map<PartyId, String> called = called(groups.keySet());
    List<Draft> drafts = new ArrayList<>();
    groups.forEach(
        (group, amounts) -> {
          List<LineView> lines = writing.invoice(amounts);
          LocalDate due = run.day().plusDays(settings.paymentDays());
          drafts.add(
              new Draft(
                  Documents.recurring(
                      ids.remove(ids.size() - 1),
                      code,
                      data(run, group, due),
                      called.get(group.party()),
                      exchange.on(group.currency(), run.day()).orElse(BigDecimal.ONE),
                      group.branch(),
                      run.id(),
                      lines,
                      act),
                  amounts));
        });
    return drafts;
  }

  private List<Draft> creditNotes(
      AtWork run,
      Map<Group, Map<DocumentId, List<DueAmount>>> lowered,
      InvoiceLines writing,
      Map<PartyId, String> problems) {
    Set<DocumentId> wanted = new HashSet<>();
    lowered.values().forEach(notes -> wanted.addAll(notes.keySet()));
    if (wanted.isEmpty()) {
      return List.of();
    }
    documents.lock(wanted);
    Map<DocumentId, DocumentView> invoices =
        documents.find(wanted).stream()
            .collect(Collectors.toMap(DocumentView::id, invoice -> invoice));
    String code = series.usual(DocumentKind.CREDIT_NOTE).code();
    List<Draft> drafts = new ArrayList<>();
    lowered.forEach(
        (group, notes) ->
            notes.forEach(
                (id, amounts) -> {
                  DocumentView invoice = invoices.get(id);
                  if (invoice.state() == DocumentState.DRAFT) {
                    problems.put(group.party(), "sales.run.problem.draft");
                    return;
                  }
                  drafts.add(
                      new Draft(
                          Documents.recurringCredit(
                              documents.newIds(1).get(0),
                              code,
                              invoice,
                              data(run, group, null),
                              invoice.partyName(),
                              group.branch(),
                              run.id(),
                              writing.creditNote(amounts),
                              keeping.act()),
                          amounts));
                }));
    return drafts;
  }

  private void write(AtWork run, List<DocumentView> drafts) {
    if (!run.posting()) {
      documents.insert(drafts);
      return;
    }
    for (DocumentView posted : posting.write(drafts)) {
      if (posted.correctsId() != null) {
        documents.find(posted.correctsId()).ifPresent(invoice -> settling.offset(invoice, posted));
      }
    }
  }

  private static List<NewlyBilled> billed(Draft draft) {
    List<NewlyBilled> billed = new ArrayList<>();
    for (int at = 0; at < draft.amounts().size(); at++) {
      DueAmount amount = draft.amounts().get(at);
      billed.add(
          new NewlyBilled(
              amount.due().schedule(),
              amount.due().period().from(),
              amount.turn(),
              amount.net().amount(),
              amount.cost(),
              draft.document().id(),
              draft.document().lines().get(at).position()));
    }
    return billed;
  }

  private Map<PartyId, String> called(Collection<Group> groups) {
    return names.of(groups.stream().map(Group::party).collect(Collectors.toSet()));
  }

  private static InvoiceData data(AtWork run, Group group, LocalDate due) {
    return new InvoiceData(
        group.party(),
        run.day(),
        null,
        due,
        group.currency(),
        group.salesperson(),
        null,
        List.of());
  }

  private static BigDecimal sum(List<DueAmount> amounts) {
    return amounts.stream()
        .map(amount -> amount.net().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
