package org.kartoteka.sales.internal.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.internal.ExchangeRateService;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.domain.CatalogueRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports rates of exchange by day and currency, such as a table of a central bank: either what
 * units of the currency cost in the home currency, or how many of them one unit of the home
 * currency buys.
 */
@Component(service = RecordImporter.class)
public final class ExchangeRateImporter implements RecordImporter {

  private static final String RATE = "rate";
  private static final String BUYS = "buys";

  private final RecordKeeping keeping;
  private final ExchangeRates rates;
  private final RateRows rows;

  @Activate
  public ExchangeRateImporter(
      @Reference RecordKeeping keeping, @Reference ExchangeRates rates, @Reference RateRows rows) {
    this.keeping = keeping;
    this.rates = rates;
    this.rows = rows;
  }

  @Override
  public String type() {
    return ExchangeRateService.TYPE;
  }

  @Override
  public String permission() {
    return SalesPermissions.CATALOGUE;
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        field("date", true, "day", "data", "дата", "effectivedate", "time_period"),
        field("currency", true, "waluta", "валута", "валюта", "code", "kod", "kod waluty", "код"),
        field(RATE, false, "kurs", "kurs średni", "mid", "курс"),
        field("units", false, "jednostki", "przelicznik", "unit", "nominal", "единици", "номинал"),
        field(BUYS, false, "obs_value", "per euro", "za euro", "за евро"));
  }

  @Override
  public List<String> missing(Set<String> mapped) {
    List<String> missing = new ArrayList<>(RecordImporter.super.missing(mapped));
    if (!mapped.contains(RATE) && !mapped.contains(BUYS)) {
      missing.add(RATE);
    }
    return missing;
  }

  @Override
  public boolean updates() {
    return true;
  }

  @Override
  public boolean undoes() {
    return true;
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> table) {
    return importRows(table, ImportOptions.usual());
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> table, ImportOptions options) {
    return keeping.with(
        SalesPermissions.CATALOGUE,
        () -> table.stream().map(row -> outcome(new RowCells(row), options)).toList());
  }

  private RowOutcome outcome(RowCells cells, ImportOptions options) {
    ExchangeRate rate = read(cells);
    if (!cells.errors().isEmpty()) {
      return RowOutcome.refused(cells.errors());
    }
    Optional<ExchangeRate> before = rows.exchangeRateOf(rate.currency(), rate.day());
    if (before.isPresent() && before.get().rate().compareTo(rate.rate()) == 0) {
      return RowOutcome.skipped(ExchangeRateService.reference(rate));
    }
    if (before.isPresent() && !options.mode().updates()) {
      return options.refuseMatching()
          ? refused("date", "notUnique", rate.day())
          : RowOutcome.skipped(ExchangeRateService.reference(rate));
    }
    if (before.isEmpty() && !options.mode().creates()) {
      return refused("date", "noExchangeRate", rate.day());
    }
    return written(rate, before);
  }

  private ExchangeRate read(RowCells cells) {
    cells.required("date");
    cells.required("currency");
    LocalDate day = cells.day("date");
    Currency currency = cells.currency("currency");
    BigDecimal rate = cells.amount(RATE);
    BigDecimal units = cells.amount("units");
    BigDecimal buys = cells.amount(BUYS);
    if (cells.text(BUYS) == null) {
      cells.required(RATE);
    }
    positive(cells, "units", units);
    positive(cells, BUYS, buys);
    if (!cells.errors().isEmpty()) {
      return null;
    }
    return new ExchangeRate(
        currency,
        day,
        rate == null
            ? quotient(BigDecimal.ONE, buys)
            : units == null ? rate : quotient(rate, units));
  }

  private static void positive(RowCells cells, String field, BigDecimal number) {
    if (number != null && number.signum() == 0) {
      cells.error(field, "positive");
    }
  }

  private static BigDecimal quotient(BigDecimal amount, BigDecimal by) {
    BigDecimal exact =
        amount.divide(by, CatalogueRules.RATE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return exact.setScale(Math.max(exact.scale(), 0));
  }

  private RowOutcome written(ExchangeRate rate, Optional<ExchangeRate> before) {
    try {
      rates.set(rate);
    } catch (InvalidInput invalid) {
      return RowOutcome.refused(
          invalid.errors().stream().map(ExchangeRateImporter::inFile).toList());
    } catch (Refused refused) {
      return RowOutcome.refused(
          List.of(new FieldError(RATE, "refused", refused.key(), refused.arguments())));
    }
    Trace trace = new Trace(before.map(ExchangeRate::rate).orElse(null), rate.rate());
    return before.isEmpty()
        ? RowOutcome.created(ExchangeRateService.reference(rate), trace.text())
        : RowOutcome.updated(
            ExchangeRateService.reference(rate),
            FieldChanges.between(before.get(), rate),
            trace.text());
  }

  /**
   * What a row did to a rate.
   *
   * @param before null when there was none
   */
  private record Trace(BigDecimal before, BigDecimal after) {

    private static final String ARROW = ">";

    String text() {
      return (before == null ? "" : before.toPlainString()) + ARROW + after.toPlainString();
    }

    static Trace of(String text) {
      String[] both = text.split(ARROW, 2);
      return new Trace(both[0].isEmpty() ? null : new BigDecimal(both[0]), new BigDecimal(both[1]));
    }
  }

  /** Rates are what they were, unless they were changed or invoices posted at them since. */
  @Override
  public List<UndoOutcome> undo(List<ImportedRow> imported) {
    return keeping.with(
        SalesPermissions.CATALOGUE, () -> imported.stream().map(this::undone).toList());
  }

  private UndoOutcome undone(ImportedRow row) {
    String[] name = row.recordId().split(" ", 2);
    Currency currency = Currency.getInstance(name[0]);
    LocalDate day = LocalDate.parse(name[1]);
    Trace trace = Trace.of(row.trace());
    Optional<ExchangeRate> now = rows.exchangeRateOf(currency, day);
    if (now.isEmpty()) {
      return Kept.gone();
    }
    if (!row.edited().isEmpty() || now.get().rate().compareTo(trace.after()) != 0) {
      return Kept.changed();
    }
    try {
      if (trace.before() == null) {
        rates.remove(currency, day);
        return UndoOutcome.removed();
      }
      rates.set(new ExchangeRate(currency, day, trace.before()));
      return UndoOutcome.restored();
    } catch (Refused used) {
      return Kept.because(used);
    }
  }

  private static RowOutcome refused(String field, String code, Object... arguments) {
    return RowOutcome.refused(List.of(FieldError.of(field, code, arguments)));
  }

  /** The error at the column it is about. */
  private static FieldError inFile(FieldError error) {
    return error.field().equals("day")
        ? new FieldError("date", error.code(), error.key(), error.arguments())
        : error;
  }

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
