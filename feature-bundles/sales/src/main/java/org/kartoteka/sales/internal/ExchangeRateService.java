package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.sales.ExchangeRate;
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

  static final String TYPE = "sales.exchange-rate";

  /** The setting with the home currency. */
  public static final String HOME = "sales.home-currency";

  private static final String USUAL_HOME = "PLN";

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final RateRows rows;
  private final Settings settings;

  @Activate
  public ExchangeRateService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference RateRows rows,
      @Reference Settings settings) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public Currency home() {
    return Currency.getInstance(settings.get(HOME).orElse(USUAL_HOME));
  }

  @Override
  public List<ExchangeRate> of(Currency currency, int atMost) {
    return unitOfWork.read(() -> rows.exchangeRates(currency, atMost));
  }

  @Override
  public void set(ExchangeRate given) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          Findings findings = new Findings();
          ExchangeRate rate = CatalogueRules.normal(given, home(), findings);
          findings.throwIfAny();
          ExchangeRate before =
              rows.exchangeRate(rate.currency(), rate.day())
                  .filter(known -> known.day().equals(rate.day()))
                  .orElse(null);
          rows.set(rate);
          String code = rate.currency().getCurrencyCode();
          keeping.changed(new RecordRef(TYPE, code, code + " " + rate.day()), before, rate);
          return null;
        });
  }

  @Override
  public Optional<BigDecimal> on(Currency currency, LocalDate day) {
    return currency.equals(home())
        ? Optional.of(BigDecimal.ONE)
        : unitOfWork.read(() -> rows.exchangeRate(currency, day).map(ExchangeRate::rate));
  }
}
