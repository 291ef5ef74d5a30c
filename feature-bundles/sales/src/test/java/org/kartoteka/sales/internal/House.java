package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.ProductData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductKind;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.internal.billing.Agreements;
import org.kartoteka.sales.internal.billing.AnnexedContracts;
import org.kartoteka.sales.internal.billing.Invoicing;
import org.kartoteka.sales.internal.billing.RenewedContracts;
import org.kartoteka.sales.internal.billing.ResumedContracts;
import org.kartoteka.sales.internal.billing.RunService;
import org.kartoteka.sales.internal.billing.SignedContracts;
import org.kartoteka.sales.internal.billing.TemplateService;
import org.kartoteka.sales.internal.billing.TerminatedContracts;
import org.kartoteka.sales.internal.data.AccountingRows;
import org.kartoteka.sales.internal.data.AgreementRows;
import org.kartoteka.sales.internal.data.BillingRows;
import org.kartoteka.sales.internal.data.BookRows;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.GroupRows;
import org.kartoteka.sales.internal.data.PaymentRows;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.RunRows;
import org.kartoteka.sales.internal.data.ScheduleRows;
import org.kartoteka.sales.internal.data.SeriesRows;
import org.kartoteka.sales.internal.data.TemplateRows;
import org.kartoteka.sales.internal.data.TurnoverRows;
import org.kartoteka.sales.internal.exchange.AccountingExporter;
import org.kartoteka.sales.internal.exchange.ExchangeRateImporter;
import org.kartoteka.sales.internal.exchange.LineImporter;
import org.kartoteka.sales.internal.exchange.PaymentImporter;
import org.kartoteka.sales.internal.exchange.ProductImporter;
import org.kartoteka.sales.internal.merge.SalesMerge;
import org.kartoteka.testing.FakeChangeHistory;
import org.kartoteka.testing.FakeJournal;
import org.kartoteka.testing.FakeParties;
import org.kartoteka.testing.FakePartyScope;
import org.kartoteka.testing.FakeSettings;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.FakeUserDirectory;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** This room with its real database in a house of fakes. */
public final class House {

  public static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  public static final Currency PLN = Currency.getInstance("PLN");

  private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

  public final FakeUser user = FakeUser.almighty();
  public final FakeJournal journal = new FakeJournal();
  public final FakeChangeHistory history = new FakeChangeHistory();
  public final FakeSettings settings = new FakeSettings();
  public final FakePartyScope scope = new FakePartyScope();
  public final Set<PartyId> barred = new HashSet<>();

  /** How many statements were sent so far. */
  public final AtomicLong statements = new AtomicLong();

  public final PostgresFixture database;
  public final JpaUnitOfWork unitOfWork;
  public final FakeParties parties;
  public final PartyNames names;
  public final RecordKeeping keeping;
  public final CatalogueService catalogue;
  public final TaxRateService taxRates;
  public final ExchangeRateService exchange;
  public final DocumentService documents;
  public final PaymentService payments;
  public final BooksService books;
  public final SeriesService series;
  public final TurnoverService turnover;
  public final TemplateService templates;
  public final RunService runs;
  public final SignedContracts signed;
  public final AnnexedContracts annexed;
  public final RenewedContracts renewed;
  public final TerminatedContracts terminated;
  public final ResumedContracts resumed;
  public final DocumentRows documentRows;
  public final PaymentRows paymentRows;
  public final BillingRows billingRows;
  public final AgreementRows agreementRows;
  public final SalesSettings salesSettings;
  public final FakeUserDirectory users = new FakeUserDirectory();
  public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  public final LineImporter lineImporter;
  public final PaymentImporter paymentImporter;
  public final ProductImporter productImporter;
  public final ExchangeRateImporter rateImporter;
  public final AccountingExporter accounting;
  public final SalesMerge merge;
  public final DocumentSearch documentSearch;
  public final ProductSearch productSearch;
  public final OpenWork openWork;

  public House() {
    database = PostgresFixture.create().migrate("core", "sales");
    unitOfWork = new JpaUnitOfWork(new CountedStatements(statements).of(database.dataSource()));
    parties = new FakeParties(unitOfWork);
    names = new PartyNames(parties, user);
    keeping = new RecordKeeping(unitOfWork, user, user, clock, history, journal);
    CatalogueRows products = new CatalogueRows(unitOfWork);
    GroupRows groups = new GroupRows(unitOfWork);
    RateRows rates = new RateRows(unitOfWork);
    salesSettings = new SalesSettings(settings, keeping, rates);
    SeriesRows seriesRows = new SeriesRows(unitOfWork);
    BookRows bookRows = new BookRows(unitOfWork);
    documentRows = new DocumentRows(unitOfWork, names, scope);
    paymentRows = new PaymentRows(unitOfWork, names, scope);
    TurnoverRows turnoverRows = new TurnoverRows(unitOfWork, scope, names);
    ScheduleRows schedules = new ScheduleRows(unitOfWork);
    billingRows = new BillingRows(unitOfWork);
    agreementRows = new AgreementRows(unitOfWork);
    catalogue = new CatalogueService(keeping, products, groups, rates);
    taxRates = new TaxRateService(unitOfWork, keeping, rates);
    exchange = new ExchangeRateService(unitOfWork, keeping, rates, salesSettings);
    RunRows runRows = new RunRows(unitOfWork, names, scope);
    books = new BooksService(unitOfWork, keeping, bookRows, runRows);
    series = new SeriesService(keeping, seriesRows);
    turnover = new TurnoverService(keeping, turnoverRows);
    Settling settling = new Settling(keeping, documentRows, paymentRows);
    Posting posting =
        new Posting(
            keeping,
            journal,
            documentRows,
            seriesRows,
            bookRows,
            groups,
            turnoverRows,
            exchange,
            settling);
    PartyGate gate = gate();
    documents =
        new DocumentService(
            keeping,
            documentRows,
            products,
            rates,
            seriesRows,
            exchange,
            posting,
            users,
            schedules,
            parties,
            scope,
            gate,
            salesSettings,
            new InvoicePaper(parties, words(), salesSettings));
    payments =
        new PaymentService(
            keeping, paymentRows, documentRows, bookRows, settling, parties, scope, gate);
    Agreements agreements = new Agreements(agreementRows, schedules, parties);
    signed = new SignedContracts(agreements);
    annexed = new AnnexedContracts(agreements);
    renewed = new RenewedContracts(agreements);
    terminated = new TerminatedContracts(agreements);
    resumed = new ResumedContracts(agreements);
    templates =
        new TemplateService(
            keeping, new TemplateRows(unitOfWork, names, scope), products, agreements, scope);
    Invoicing invoicing =
        new Invoicing(
            keeping,
            billingRows,
            documentRows,
            products,
            rates,
            seriesRows,
            exchange,
            posting,
            salesSettings,
            gate,
            parties);
    runs =
        new RunService(
            unitOfWork, keeping, runRows, billingRows, bookRows, invoicing, scope, names);
    lineImporter =
        new LineImporter(
            keeping,
            documentRows,
            products,
            rates,
            exchange,
            salesSettings,
            parties,
            scope,
            names,
            users);
    paymentImporter =
        new PaymentImporter(keeping, payments, paymentRows, documentRows, exchange, parties);
    productImporter = new ProductImporter(keeping, catalogue, products, exchange, salesSettings);
    rateImporter = new ExchangeRateImporter(keeping, exchange, rates);
    accounting =
        new AccountingExporter(
            unitOfWork, user, new AccountingRows(unitOfWork, scope), parties, exchange);
    merge = new SalesMerge(unitOfWork);
    documentSearch = new DocumentSearch(documents, user);
    productSearch = new ProductSearch(products, user);
    openWork = new OpenWork(keeping, documentRows, billingRows, words());
    taxRates.set(new TaxRate("23", LocalDate.of(2011, 1, 1), new BigDecimal("23")));
    taxRates.set(new TaxRate("8", LocalDate.of(2011, 1, 1), new BigDecimal("8")));
  }

  public PartyId customer(String name) {
    return parties.register(PartyData.organisation(name)).id();
  }

  public void product(String code, String price, ProductGroupId group) {
    catalogue.add(
        new ProductData(
            code,
            "Product " + code,
            ProductKind.SERVICE,
            "pcs",
            new BigDecimal(price),
            new BigDecimal("1.00"),
            PLN,
            "23",
            group,
            true));
  }

  public static InvoiceData invoice(PartyId party, LineData... lines) {
    return new InvoiceData(party, null, null, null, null, null, null, List.of(lines));
  }

  public static LineData line(String name, String quantity, String price) {
    return new LineData(
        null, name, new BigDecimal(quantity), "pcs", new BigDecimal(price), null, "23");
  }

  /** The numbers in the first column. */
  public long number(String sql) {
    return unitOfWork.call(() -> Sql.of(unitOfWork, sql).number());
  }

  private PartyGate gate() {
    return new PartyGate() {
      @Override
      public boolean permits(PartyId party, Dealing dealing) {
        return !barred.contains(party);
      }

      @Override
      public void require(PartyId party, Dealing dealing) {
        if (!permits(party, dealing)) {
          throw new Refused("problem.party.barred");
        }
      }
    };
  }

  private static Messages words() {
    return new Messages() {
      @Override
      public String text(Locale locale, String key, Object... arguments) {
        return Stream.concat(Stream.of(key), Stream.of(arguments).map(String::valueOf))
            .reduce((one, other) -> one + " " + other)
            .orElseThrow();
      }

      @Override
      public Optional<String> find(Locale locale, String key, Object... arguments) {
        return Optional.of(text(locale, key, arguments));
      }
    };
  }
}
