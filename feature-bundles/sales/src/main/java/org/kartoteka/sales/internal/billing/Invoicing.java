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
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
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
import org.kartoteka.sales.internal.data.BillingRows;
import org.kartoteka.sales.internal.data.BillingRows.Due;
import org.kartoteka.sales.internal.data.BillingRows.Invoiced;
import org.kartoteka.sales.internal.data.BillingRows.NewlyBilled;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.RunRows.AtWork;
import org.kartoteka.sales.internal.data.SeriesRows;
import org.kartoteka.sales.internal.domain.Correction;
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
  private final SalesSettings settings;
  private final PartyGate gate;
  private final PartyRegister parties;

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
      @Reference SalesSettings settings,
      @Reference PartyGate gate,
      @Reference PartyRegister parties) {
    this.keeping = keeping;
    this.billing = billing;
    this.documents = documents;
    this.products = products;
    this.rates = rates;
    this.series = series;
    this.exchange = exchange;
    this.posting = posting;
    this.settings = settings;
    this.gate = gate;
    this.parties = parties;
  }

  /** What was made. */
  record Made(long documents, long lines, Map<PartyId, String> problems) {}

  /** Lines that stand on one invoice. */
  private record Group(PartyId party, Currency currency, UserId salesperson, BranchId branch) {}

  /** A document with what it invoices, line by line. */
  private record Draft(DocumentView document, List<DueAmount> amounts) {}

  /** What would be invoiced of the parties. */
  List<DueAmount> amounts(Collection<PartyId> parties, LocalDate day) {
    List<Due> due = billing.due(parties, day);
    List<Due> tooMuch = due.stream().filter(DueAmount::isTooMuch).toList();
    Map<Due, List<Invoiced>> invoiced = tooMuch.isEmpty() ? Map.of() : billing.invoiced(tooMuch);
    List<DueAmount> amounts = new ArrayList<>();
    due.forEach(one -> amounts.addAll(DueAmount.of(one, invoiced.getOrDefault(one, List.of()))));
    return amounts;
  }

  /** Invoices what is due of the parties; those that cannot be invoiced stay due. */
  Made invoice(AtWork run, List<PartyId> parties) {
    billing.lock(parties, run.day());
    List<DueAmount> amounts = held(amounts(parties, run.day()), parties, run.day());
    InvoiceLines writing = writing(amounts, run.day());
    Map<PartyId, String> problems = problems(amounts, writing, run.day());
    List<Draft> drafts = new ArrayList<>();
    drafts.addAll(invoices(run, amounts, writing, problems));
    drafts.addAll(creditNotes(run, amounts, problems));
    drafts.removeIf(draft -> problems.containsKey(draft.document().partyId()));
    write(run, drafts.stream().map(Draft::document).toList());
    billing.write(drafts.stream().flatMap(draft -> billed(draft).stream()).toList());
    Set<PartyId> done = new HashSet<>(parties);
    done.removeAll(problems.keySet());
    billing.moveOn(done, run.day());
    long lines = drafts.stream().mapToLong(draft -> draft.amounts().size()).sum();
    return new Made(drafts.size(), lines, problems);
  }

  /** Holds the invoices that are to be lowered, and looks again at what is left of them. */
  private List<DueAmount> held(
      List<DueAmount> amounts, Collection<PartyId> parties, LocalDate day) {
    Set<DocumentId> lowered =
        amounts.stream()
            .filter(amount -> amount.lowered() != null)
            .map(amount -> amount.lowered().document())
            .collect(Collectors.toSet());
    if (lowered.isEmpty()) {
      return amounts;
    }
    documents.lock(lowered);
    return amounts(parties, day);
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
      } else if (amount.lowered() != null) {
        continue;
      } else if (writing.rate(amount.due()).isEmpty()) {
        problems.putIfAbsent(party, "sales.run.problem.tax");
      } else if (!exchanged.computeIfAbsent(
          amount.due().currency(), currency -> exchange.on(currency, day).isPresent())) {
        problems.putIfAbsent(party, "sales.run.problem.rate");
      }
    }
    return problems;
  }

  private List<Draft> invoices(
      AtWork run, List<DueAmount> amounts, InvoiceLines writing, Map<PartyId, String> problems) {
    Map<Group, List<DueAmount>> groups = groups(amounts, problems);
    Act act = keeping.act();
    String code = series.usual(DocumentKind.INVOICE).code();
    List<DocumentId> ids = new ArrayList<>(documents.newIds(groups.size()));
    Map<PartyId, PartySummary> known = known(groups.keySet());
    Map<Currency, BigDecimal> rates = new HashMap<>();
    List<Draft> drafts = new ArrayList<>();
    groups.forEach(
        (group, list) ->
            drafts.add(
                new Draft(
                    Documents.recurring(
                        ids.remove(ids.size() - 1),
                        code,
                        data(run, group, known.get(group.party())),
                        known.get(group.party()).name(),
                        rates.computeIfAbsent(
                            group.currency(),
                            currency -> exchange.on(currency, run.day()).orElse(BigDecimal.ONE)),
                        group.branch(),
                        run.id(),
                        writing.invoice(list),
                        act),
                    list)));
    return drafts;
  }

  /** What stands on which invoice; a party of which one would come to less than nothing waits. */
  private static Map<Group, List<DueAmount>> groups(
      List<DueAmount> amounts, Map<PartyId, String> problems) {
    Map<Group, List<DueAmount>> groups = new LinkedHashMap<>();
    for (DueAmount amount : amounts) {
      Due due = amount.due();
      if (amount.lowered() == null && !problems.containsKey(due.party())) {
        groups
            .computeIfAbsent(
                new Group(due.party(), due.currency(), due.salesperson(), due.branch()),
                key -> new ArrayList<>())
            .add(amount);
      }
    }
    groups.forEach(
        (group, list) -> {
          if (sum(list).signum() < 0) {
            problems.put(group.party(), "sales.run.problem.negative");
          }
        });
    return groups;
  }

  private List<Draft> creditNotes(
      AtWork run, List<DueAmount> amounts, Map<PartyId, String> problems) {
    Map<DocumentId, List<DueAmount>> lowered =
        amounts.stream()
            .filter(amount -> amount.lowered() != null)
            .filter(amount -> !problems.containsKey(amount.due().party()))
            .collect(
                Collectors.groupingBy(
                    amount -> amount.lowered().document(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (lowered.isEmpty()) {
      return List.of();
    }
    Map<DocumentId, List<LineView>> before = new HashMap<>();
    documents
        .corrections(lowered.keySet())
        .forEach(
            note ->
                before
                    .computeIfAbsent(note.correctsId(), id -> new ArrayList<>())
                    .addAll(note.lines()));
    String code = series.usual(DocumentKind.CREDIT_NOTE).code();
    List<DocumentId> ids = new ArrayList<>(documents.newIds(lowered.size()));
    List<Draft> drafts = new ArrayList<>();
    for (DocumentView invoice : documents.find(lowered.keySet())) {
      if (invoice.state() == DocumentState.DRAFT) {
        problems.put(invoice.partyId(), "sales.run.problem.draft");
        continue;
      }
      List<DueAmount> list = lowered.get(invoice.id());
      Correction correction =
          new Correction(
              invoice.lines(), before.getOrDefault(invoice.id(), List.of()), invoice.currency());
      drafts.add(
          new Draft(
              Documents.creditNote(
                  ids.remove(ids.size() - 1),
                  code,
                  invoice,
                  run.day(),
                  null,
                  run.id(),
                  correction.lowered(list.stream().map(Invoicing::lowered).toList()),
                  keeping.act()),
              list));
    }
    return drafts;
  }

  private static Correction.Lowered lowered(DueAmount amount) {
    return new Correction.Lowered(
        amount.lowered().position(), amount.net().amount(), amount.cost());
  }

  private void write(AtWork run, List<DocumentView> drafts) {
    if (run.posting()) {
      posting.write(drafts);
    } else {
      documents.insert(drafts);
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

  private Map<PartyId, PartySummary> known(Collection<Group> groups) {
    return parties.summaries(groups.stream().map(Group::party).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(PartySummary::id, party -> party));
  }

  private InvoiceData data(AtWork run, Group group, PartySummary party) {
    return new InvoiceData(
        group.party(),
        run.day(),
        null,
        settings.dueOn(run.day(), party.paymentTermDays()),
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
