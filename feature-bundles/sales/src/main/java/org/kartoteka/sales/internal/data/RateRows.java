package org.kartoteka.sales.internal.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.ExchangeRateQuery;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TaxRateQuery;
import org.kartoteka.sales.TaxRateView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates of tax and of exchange; within a unit of work. */
@Component(service = RateRows.class)
public final class RateRows {

  private static final String TAX_RATES =
      "(select r.*, lead(valid_from) over (partition by code order by valid_from) - 1 as valid_until"
          + " from sales.tax_rate r) t";
  private static final SortOrders TAX_ORDERS =
      new SortOrders("t.id", "code")
          .by("code", SortType.TEXT, "(t.code || ' ' || t.valid_from)")
          .by("validFrom", SortType.DATE, "t.valid_from");
  private static final SortOrders EXCHANGE_ORDERS =
      new SortOrders("e.id", "-day")
          .by("day", SortType.DATE, "e.day")
          .by("currency", SortType.TEXT, "e.currency")
          .by("rate", SortType.NUMBER, "e.rate");

  private final UnitOfWork unitOfWork;

  @Activate
  public RateRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public List<TaxRate> taxRates() {
    return Sql.of(unitOfWork, "select * from sales.tax_rate order by code, valid_from")
        .list(RateRows::taxRate);
  }

  public Optional<TaxRate> taxRate(String code, LocalDate validFrom) {
    return Sql.of(
            unitOfWork,
            "select * from sales.tax_rate where code = ? and valid_from = ?",
            code,
            validFrom)
        .first(RateRows::taxRate);
  }

  public Page<TaxRateView> page(TaxRateQuery query, PageRequest request) {
    return list(query)
        .page(
            unitOfWork,
            request,
            TAX_ORDERS,
            row ->
                new TaxRateView(
                    row.getString("code"),
                    Columns.day(row, "valid_from"),
                    Columns.day(row, "valid_until"),
                    row.getBigDecimal("percent")));
  }

  public long count(TaxRateQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  /** Whether a posted invoice was taxed by it; a credit note has the tax of its invoice. */
  public boolean isUsed(TaxRate rate) {
    return Sql.of(
                unitOfWork,
                """
                select count(*) from (
                  select 1
                    from sales.document d join sales.document_line l on l.document_id = d.id
                   where d.state <> 'DRAFT' and d.kind = 'INVOICE' and l.tax_code = ?
                     and coalesce(d.sold_on, d.issued_on) >= ?
                     and coalesce(d.sold_on, d.issued_on) < coalesce(
                           (select min(valid_from) from sales.tax_rate
                             where code = ? and valid_from > ?), 'infinity')
                   limit 1) used
                """,
                rate.code(),
                rate.validFrom(),
                rate.code(),
                rate.validFrom())
            .number()
        > 0;
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

  public void removeTaxRate(String code, LocalDate validFrom) {
    Sql.of(
            unitOfWork,
            "delete from sales.tax_rate where code = ? and valid_from = ?",
            code,
            validFrom)
        .update();
  }

  public Page<ExchangeRate> page(ExchangeRateQuery query, PageRequest request) {
    return list(query).page(unitOfWork, request, EXCHANGE_ORDERS, RateRows::exchangeRate);
  }

  public long count(ExchangeRateQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  /** The rate of that very day. */
  public Optional<ExchangeRate> exchangeRateOf(Currency currency, LocalDate day) {
    return Sql.of(
            unitOfWork,
            "select * from sales.exchange_rate where currency = ? and day = ?",
            currency.getCurrencyCode(),
            day)
        .first(RateRows::exchangeRate);
  }

  /** The rate of the day or the latest before. */
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

  public void removeExchangeRate(Currency currency, LocalDate day) {
    Sql.of(
            unitOfWork,
            "delete from sales.exchange_rate where currency = ? and day = ?",
            currency.getCurrencyCode(),
            day)
        .update();
  }

  /** Whether an invoice was posted at it; a credit note has the rate of its invoice. */
  public boolean isUsed(ExchangeRate rate) {
    String currency = rate.currency().getCurrencyCode();
    return Sql.of(
                unitOfWork,
                """
                select count(*) from (
                  select 1 from sales.document
                   where state <> 'DRAFT' and kind = 'INVOICE' and currency = ?
                     and issued_on >= ?
                     and issued_on < coalesce(
                           (select min(day) from sales.exchange_rate
                             where currency = ? and day > ?), 'infinity')
                   limit 1) used
                """,
                currency,
                rate.day(),
                currency,
                rate.day())
            .number()
        > 0;
  }

  /** Whether anything is reckoned in the home currency already. */
  public boolean isHomeCurrencyUsed() {
    return Sql.of(
                unitOfWork,
                """
                select count(*)
                 where exists (select 1 from sales.exchange_rate)
                    or exists (select 1 from sales.document where state <> 'DRAFT')
                """)
            .number()
        > 0;
  }

  private static KeysetQuery list(TaxRateQuery query) {
    return new KeysetQuery("t.*", TAX_RATES)
        .andIf(query.code(), "t.code = ?")
        .andIf(query.day(), "? between t.valid_from and coalesce(t.valid_until, 'infinity')");
  }

  private static KeysetQuery list(ExchangeRateQuery query) {
    return new KeysetQuery("e.*", "sales.exchange_rate e")
        .andIf(
            query.currency() == null ? null : query.currency().getCurrencyCode(), "e.currency = ?")
        .andIf(query.from(), "e.day >= ?")
        .andIf(query.to(), "e.day <= ?");
  }

  private static TaxRate taxRate(ResultSet row) throws SQLException {
    return new TaxRate(
        row.getString("code"), Columns.day(row, "valid_from"), row.getBigDecimal("percent"));
  }

  private static ExchangeRate exchangeRate(ResultSet row) throws SQLException {
    BigDecimal rate = row.getBigDecimal("rate");
    return new ExchangeRate(
        Currency.getInstance(row.getString("currency")), Columns.day(row, "day"), rate);
  }
}
