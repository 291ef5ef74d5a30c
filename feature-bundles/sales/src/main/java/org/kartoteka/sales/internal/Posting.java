package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.TradeLine;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.NumberPattern;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.NumberSeries;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.internal.data.BookRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.GroupRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.data.SeriesRows;
import org.kartoteka.sales.internal.data.TurnoverRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Posts documents: numbers, turnover, events and what credit notes settle, of any number of
 * documents in the transaction of the act. The numbers of a series are held until it ends: a
 * posting that is rolled back gives them back, one that waits goes on behind it.
 */
@Component(service = Posting.class)
public final class Posting {

  private final RecordKeeping keeping;
  private final Journal journal;
  private final DocumentRows documents;
  private final SeriesRows series;
  private final BookRows books;
  private final GroupRows groups;
  private final TurnoverRows turnover;
  private final ExchangeRates exchange;
  private final Settling settling;

  @Activate
  public Posting(
      @Reference RecordKeeping keeping,
      @Reference Journal journal,
      @Reference DocumentRows documents,
      @Reference SeriesRows series,
      @Reference BookRows books,
      @Reference GroupRows groups,
      @Reference TurnoverRows turnover,
      @Reference ExchangeRates exchange,
      @Reference Settling settling) {
    this.keeping = keeping;
    this.journal = journal;
    this.documents = documents;
    this.series = series;
    this.books = books;
    this.groups = groups;
    this.turnover = turnover;
    this.exchange = exchange;
    this.settling = settling;
  }

  /** Posts drafts, in their order. */
  public List<DocumentView> post(List<DocumentView> drafts) {
    return post(drafts, posted -> posted.forEach(documents::posted));
  }

  /** Writes new documents and posts them at once, in their order. */
  public List<DocumentView> write(List<DocumentView> fresh) {
    return post(fresh, documents::insert);
  }

  private List<DocumentView> post(List<DocumentView> drafts, Consumer<List<DocumentView>> write) {
    if (drafts.isEmpty()) {
      return drafts;
    }
    drafts.stream().map(DocumentView::issuedOn).distinct().sorted().forEach(books::requireOpen);
    settling.hold(drafts);
    List<DocumentView> posted = numbered(drafts);
    write.accept(posted);
    turnover.add(posted.stream().map(DocumentView::id).toList());
    journal.append(events(posted));
    settling.credit(posted);
    return posted;
  }

  private record Counter(String series, String span) {}

  private List<DocumentView> numbered(List<DocumentView> drafts) {
    Map<String, NumberSeries> known = new HashMap<>();
    Map<Counter, Integer> counts =
        new TreeMap<>(Comparator.comparing(Counter::series).thenComparing(Counter::span));
    for (DocumentView draft : drafts) {
      if (draft.givenNumber() != null) {
        continue;
      }
      known.computeIfAbsent(draft.series(), code -> series.find(code).orElseThrow());
      counts.merge(counter(draft, known), 1, Integer::sum);
    }
    Map<Counter, Long> next = new HashMap<>();
    counts.forEach(
        (counter, count) ->
            next.put(counter, series.next(counter.series(), counter.span(), count)));
    Act act = keeping.act();
    Function<DocumentView, BigDecimal> rates = rates();
    List<DocumentView> numbered = new ArrayList<>(drafts.size());
    for (DocumentView draft : drafts) {
      if (draft.givenNumber() != null) {
        numbered.add(draft.posted(draft.givenNumber(), rates.apply(draft), act.at(), act.by()));
        continue;
      }
      Counter counter = counter(draft, known);
      long number = next.merge(counter, 1L, Long::sum) - 1;
      String written =
          new NumberPattern(known.get(draft.series()).pattern()).number(draft.issuedOn(), number);
      numbered.add(draft.posted(written, rates.apply(draft), act.at(), act.by()));
    }
    return numbered;
  }

  private static Counter counter(DocumentView draft, Map<String, NumberSeries> known) {
    String pattern = known.get(draft.series()).pattern();
    return new Counter(draft.series(), new NumberPattern(pattern).period(draft.issuedOn()));
  }

  private record DayOfCurrency(Currency currency, LocalDate day) {}

  /** The rates of exchange, each read once; a credit note has that of its invoice. */
  private Function<DocumentView, BigDecimal> rates() {
    Map<DayOfCurrency, BigDecimal> known = new HashMap<>();
    return draft ->
        draft.kind() == DocumentKind.CREDIT_NOTE
            ? draft.rate()
            : known.computeIfAbsent(
                new DayOfCurrency(draft.currency(), draft.issuedOn()), day -> rate(draft));
  }

  private BigDecimal rate(DocumentView draft) {
    return exchange
        .on(draft.currency(), draft.issuedOn())
        .orElseThrow(
            () ->
                new Refused(
                    "problem.sales.no-rate",
                    draft.currency().getCurrencyCode(),
                    draft.issuedOn().toString()));
  }

  private List<TradeEvent> events(List<DocumentView> posted) {
    Map<ProductGroupId, List<String>> paths = groups.paths();
    List<TradeEvent> events = new ArrayList<>(posted.size());
    for (DocumentView document : posted) {
      List<TradeLine> lines = document.lines().stream().map(line -> line(line, paths)).toList();
      events.add(
          document.kind() == DocumentKind.INVOICE
              ? new InvoicePosted(
                  reference(document),
                  document.partyId(),
                  document.issuedOn(),
                  document.dueOn(),
                  document.currency(),
                  document.salespersonId(),
                  lines)
              : new CreditNotePosted(
                  reference(document),
                  new DocumentRef(
                      SalesPermissions.FEATURE,
                      Long.toString(document.correctsId().value()),
                      document.correctsNumber()),
                  document.partyId(),
                  document.issuedOn(),
                  document.currency(),
                  document.salespersonId(),
                  lines));
    }
    return events;
  }

  /** How others know the document. */
  static DocumentRef reference(DocumentView document) {
    return new DocumentRef(
        SalesPermissions.FEATURE, Long.toString(document.id().value()), document.number());
  }

  private static TradeLine line(LineView line, Map<ProductGroupId, List<String>> paths) {
    return new TradeLine(
        line.position(),
        line.product(),
        line.groupId() == null ? List.of() : paths.getOrDefault(line.groupId(), List.of()),
        line.name(),
        line.quantity(),
        line.unit(),
        line.net(),
        line.tax(),
        line.cost(),
        line.contract(),
        line.contractLine(),
        line.packageType(),
        line.from(),
        line.until());
  }
}
