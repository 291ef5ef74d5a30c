package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.ExchangeRateQuery;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.domain.CatalogueRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates of exchange of the day into the home currency. */
@Component
public final class ExchangeRateService implements ExchangeRates {

  /** The type of rates in references. */
  public static final String TYPE = "sales.exchange-rate";

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final RateRows rows;
  private final SalesSettings settings;

  @Activate
  public ExchangeRateService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference RateRows rows,
      @Reference SalesSettings settings) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public Currency home() {
    return settings.homeCurrency();
  }

  @Override
  public Page<ExchangeRate> page(ExchangeRateQuery query, PageRequest request) {
    return unitOfWork.read(() -> rows.page(query, request));
  }

  @Override
  public long count(ExchangeRateQuery query, long atMost) {
    return unitOfWork.read(() -> rows.count(query, atMost));
  }

  @Override
  public void set(ExchangeRate given) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          Findings findings = new Findings();
          ExchangeRate rate = CatalogueRules.normal(given, home(), findings);
          findings.throwIfAny();
          Optional<ExchangeRate> before = rows.exchangeRateOf(rate.currency(), rate.day());
          if (before.isEmpty() || before.get().rate().compareTo(rate.rate()) != 0) {
            before.ifPresent(this::requireUnused);
            rows.set(rate);
            keeping.changed(reference(rate), before.orElse(null), rate);
          }
          return null;
        });
  }

  @Override
  public void remove(Currency currency, LocalDate day) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          ExchangeRate before =
              rows.exchangeRateOf(currency, day)
                  .orElseThrow(() -> new NotFound(TYPE, currency + " " + day));
          requireUnused(before);
          rows.removeExchangeRate(currency, day);
          keeping.deleted(reference(before), before);
          return null;
        });
  }

  @Override
  public Optional<BigDecimal> on(Currency currency, LocalDate day) {
    return currency.equals(home())
        ? Optional.of(BigDecimal.ONE)
        : unitOfWork.read(() -> rows.exchangeRate(currency, day).map(ExchangeRate::rate));
  }

  /** How references name a rate. */
  public static RecordRef reference(ExchangeRate rate) {
    String name = rate.currency().getCurrencyCode() + " " + rate.day();
    return new RecordRef(TYPE, name, name);
  }

  /** The books must show later at what rate an amount was reckoned. */
  private void requireUnused(ExchangeRate rate) {
    if (rows.isUsed(rate)) {
      throw new Refused(
          "problem.sales.exchange-rate-used",
          rate.currency().getCurrencyCode(),
          rate.day().toString());
    }
  }
}
