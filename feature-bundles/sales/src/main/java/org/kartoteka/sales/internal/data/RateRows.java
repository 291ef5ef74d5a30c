package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.TaxRate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates of tax and of exchange; within a unit of work. */
@Component(service = RateRows.class)
public final class RateRows {

  private final UnitOfWork unitOfWork;

  @Activate
  public RateRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public List<TaxRate> taxRates() {
    return Sql.of(unitOfWork, "select * from sales.tax_rate order by code, valid_from")
        .list(
            row ->
                new TaxRate(
                    row.getString("code"),
                    Columns.day(row, "valid_from"),
                    row.getBigDecimal("percent")));
  }

  public void set(TaxRate rate) {
    Sql.of(
            unitOfWork,
            "insert into sales.tax_rate (code, valid_from, percent) values (?, ?, ?)"
                + " on conflict (code, valid_from) do update set percent = excluded.percent",
            rate.code(),
            rate.validFrom(),
            rate.percent())
        .update();
  }

  public boolean removeTaxRate(String code, LocalDate validFrom) {
    return Sql.of(
                unitOfWork,
                "delete from sales.tax_rate where code = ? and valid_from = ?",
                code,
                validFrom)
            .update()
        > 0;
  }

  public List<ExchangeRate> exchangeRates(Currency currency, int atMost) {
    return Sql.of(
            unitOfWork,
            "select * from sales.exchange_rate where currency = ? order by day desc limit ?",
            currency.getCurrencyCode(),
            atMost)
        .list(RateRows::exchangeRate);
  }

  public Optional<ExchangeRate> exchangeRate(Currency currency, LocalDate day) {
    return Sql.of(
            unitOfWork,
            "select * from sales.exchange_rate where currency = ? and day <= ?"
                + " order by day desc limit 1",
            currency.getCurrencyCode(),
            day)
        .first(RateRows::exchangeRate);
  }

  public void set(ExchangeRate rate) {
    Sql.of(
            unitOfWork,
            "insert into sales.exchange_rate (currency, day, rate) values (?, ?, ?)"
                + " on conflict (currency, day) do update set rate = excluded.rate",
            rate.currency().getCurrencyCode(),
            rate.day(),
            rate.rate())
        .update();
  }

  private static ExchangeRate exchangeRate(ResultSet row) throws SQLException {
    BigDecimal rate = row.getBigDecimal("rate");
    return new ExchangeRate(
        Currency.getInstance(row.getString("currency")), Columns.day(row, "day"), rate);
  }
}
