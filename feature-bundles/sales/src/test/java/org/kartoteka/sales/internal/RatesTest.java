package org.kartoteka.sales.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.sales.AutomaticRun;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.ExchangeRateQuery;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.SalesSettingsData;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TaxRateQuery;
import org.kartoteka.sales.TaxRateView;
import org.kartoteka.sales.internal.data.SalesPermissions;

class RatesTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate SINCE = LocalDate.of(2011, 1, 1);

  private final House house = new House();
  private final PartyId party = house.customer("Kowalski");

  @Test
  void a_rate_of_tax_holds_until_the_next_of_its_code() {
    house.taxRates.set(new TaxRate("23", LocalDate.of(2027, 1, 1), new BigDecimal("24")));

    List<TaxRateView> now =
        house.taxRates.page(new TaxRateQuery("23", House.TODAY), PageRequest.first()).items();

    assertEquals(
        List.of(new TaxRateView("23", SINCE, LocalDate.of(2026, 12, 31), new BigDecimal("23"))),
        now);
    assertEquals(3, house.taxRates.count(TaxRateQuery.all(), 10));
    assertEquals(2, house.taxRates.count(new TaxRateQuery(null, House.TODAY), 10));
  }

  @Test
  void a_new_rate_of_tax_is_called_so_that_it_can_be_removed_by_its_address() {
    for (String code : List.of("N/D", "23%", "a\\b", "..", ".")) {
      InvalidInput refused =
          assertThrows(
              InvalidInput.class,
              () ->
                  house.taxRates.set(new TaxRate(code, LocalDate.of(2027, 1, 1), BigDecimal.ONE)));

      assertEquals("code", refused.errors().get(0).field(), code);
    }
  }

  @Test
  void rates_of_tax_are_read_page_by_page_in_any_order() {
    for (int year = 2012; year < 2020; year++) {
      house.taxRates.set(new TaxRate("5", LocalDate.of(year, 1, 1), new BigDecimal(year - 2000)));
    }
    for (String sort : List.of("code", "-code", "validFrom", "-validFrom")) {
      List<TaxRateView> all =
          house.taxRates.page(TaxRateQuery.all(), new PageRequest(100, null, sort)).items();

      List<TaxRateView> paged = new ArrayList<>();
      String after = null;
      do {
        Page<TaxRateView> page =
            house.taxRates.page(TaxRateQuery.all(), new PageRequest(3, after, sort));
        paged.addAll(page.items());
        after = page.next();
      } while (after != null);

      assertEquals(10, all.size(), sort);
      assertEquals(all, paged, sort);
    }
  }

  @Test
  void a_rate_of_tax_that_stands_on_a_posted_invoice_is_followed_by_another_not_rewritten() {
    DocumentView draft = house.documents.draft(House.invoice(party, House.line("x", "1", "100")));
    house.taxRates.set(new TaxRate("23", SINCE, new BigDecimal("22")));
    house.taxRates.set(new TaxRate("23", SINCE, new BigDecimal("23")));
    house.documents.post(draft.id(), ExpectedRevision.any());

    Refused changed =
        assertThrows(
            Refused.class,
            () -> house.taxRates.set(new TaxRate("23", SINCE, new BigDecimal("22"))));
    assertThrows(Refused.class, () -> house.taxRates.remove("23", SINCE));
    house.taxRates.set(new TaxRate("23", SINCE, new BigDecimal("23.00")));
    house.taxRates.set(new TaxRate("23", House.TODAY.plusDays(1), new BigDecimal("24")));
    house.taxRates.set(new TaxRate("23", House.TODAY.plusDays(1), new BigDecimal("25")));
    house.taxRates.remove("23", House.TODAY.plusDays(1));
    house.taxRates.remove("8", SINCE);

    assertEquals("problem.sales.tax-rate-used", changed.key());
    assertEquals(List.of("23", "2011-01-01"), changed.arguments());
    assertEquals(List.of(new TaxRate("23", SINCE, new BigDecimal("23"))), house.taxRates.all());
    assertThrows(NotFound.class, () -> house.taxRates.remove("8", SINCE));
  }

  @Test
  void an_exchange_rate_at_which_an_invoice_was_posted_stays() {
    LocalDate yesterday = House.TODAY.minusDays(1);
    house.exchange.set(new ExchangeRate(EUR, yesterday, new BigDecimal("4.2")));
    house.exchange.set(new ExchangeRate(EUR, yesterday.minusDays(1), new BigDecimal("4.1")));
    DocumentView draft =
        house.documents.draft(
            new InvoiceData(
                party, null, null, null, EUR, null, null, List.of(House.line("x", "1", "100"))));
    house.documents.post(draft.id(), ExpectedRevision.any());

    Refused refused =
        assertThrows(
            Refused.class,
            () -> house.exchange.set(new ExchangeRate(EUR, yesterday, new BigDecimal("4.3"))));
    assertThrows(Refused.class, () -> house.exchange.remove(EUR, yesterday));
    house.exchange.remove(EUR, yesterday.minusDays(1));
    house.exchange.set(new ExchangeRate(EUR, House.TODAY, new BigDecimal("4.3")));

    assertEquals("problem.sales.exchange-rate-used", refused.key());
    assertEquals(
        List.of("2026-03-31", "2026-03-30"),
        house.exchange.page(ExchangeRateQuery.all(), PageRequest.first()).items().stream()
            .map(rate -> rate.day().toString())
            .toList());
    assertThrows(NotFound.class, () -> house.exchange.remove(EUR, yesterday.minusDays(1)));
  }

  @Test
  void exchange_rates_are_read_page_by_page_the_latest_first() {
    for (int day = 1; day <= 7; day++) {
      house.exchange.set(
          new ExchangeRate(EUR, LocalDate.of(2026, 3, day), new BigDecimal("4.0" + day)));
      house.exchange.set(
          new ExchangeRate(USD, LocalDate.of(2026, 3, day), new BigDecimal("3.0" + day)));
    }
    ExchangeRateQuery query =
        new ExchangeRateQuery(USD, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6));

    Page<ExchangeRate> first = house.exchange.page(query, PageRequest.first(3));
    Page<ExchangeRate> rest = house.exchange.page(query, new PageRequest(3, first.next(), null));

    assertEquals(
        List.of(6, 5, 4), first.items().stream().map(rate -> rate.day().getDayOfMonth()).toList());
    assertEquals(
        List.of(3, 2), rest.items().stream().map(rate -> rate.day().getDayOfMonth()).toList());
    assertEquals(5, house.exchange.count(query, 100));
    for (String sort : List.of("currency", "-rate", "day")) {
      Page<ExchangeRate> one =
          house.exchange.page(ExchangeRateQuery.all(), new PageRequest(9, null, sort));
      Page<ExchangeRate> two =
          house.exchange.page(ExchangeRateQuery.all(), new PageRequest(9, one.next(), sort));
      assertEquals(14, one.items().size() + two.items().size(), sort);
    }
  }

  @Test
  void a_rate_that_cannot_be_says_where_it_is_wrong() {
    InvalidInput wrong =
        assertThrows(
            InvalidInput.class,
            () -> house.exchange.set(new ExchangeRate(House.PLN, null, new BigDecimal("-1"))));

    assertEquals(
        List.of("day", "currency", "rate"),
        wrong.errors().stream().map(error -> error.field()).toList());
  }

  @Test
  void the_home_currency_is_chosen_before_anything_is_reckoned_in_it() {
    house.salesSettings.keep(settings(EUR, "23"));
    house.exchange.set(new ExchangeRate(House.PLN, House.TODAY, new BigDecimal("0.25")));

    InvalidInput late =
        assertThrows(InvalidInput.class, () -> house.salesSettings.keep(settings(House.PLN, "23")));
    assertThrows(InvalidInput.class, () -> house.salesSettings.keep(settings(null, "23")));
    house.salesSettings.keep(settings(EUR, "8"));

    assertEquals(
        List.of("homeCurrency"), late.errors().stream().map(error -> error.field()).toList());
    assertEquals(EUR, house.exchange.home());
    assertEquals("8", house.salesSettings.read().taxCode());
    assertEquals(AutomaticRun.DRAFTS, house.salesSettings.read().automaticRun());
  }

  @Test
  void settings_leave_their_trace_and_only_name_rates_that_are_there() {
    house.salesSettings.keep(settings(null, "8"));
    InvalidInput unknown =
        assertThrows(InvalidInput.class, () -> house.salesSettings.keep(settings(null, "99")));

    ChangeView change = house.history.changes().get(house.history.changes().size() - 1);
    assertEquals("sales.settings", change.record().type());
    assertEquals(
        List.of("automaticRun", "paymentDays", "seller", "taxCode"),
        change.changes().stream().map(field -> field.field()).sorted().toList());
    assertEquals("noTaxRate", unknown.errors().get(0).code());
  }

  @Test
  void rates_and_settings_are_changed_by_those_who_may() {
    house.user.nowMay(SalesPermissions.READ);

    assertThrows(
        Forbidden.class, () -> house.taxRates.set(new TaxRate("5", SINCE, BigDecimal.ONE)));
    assertThrows(Forbidden.class, () -> house.taxRates.remove("23", SINCE));
    assertThrows(
        Forbidden.class, () -> house.exchange.set(new ExchangeRate(EUR, SINCE, BigDecimal.ONE)));
    assertThrows(Forbidden.class, () -> house.exchange.remove(EUR, SINCE));
    assertThrows(Forbidden.class, () -> house.salesSettings.keep(settings(EUR, "8")));
    assertEquals(2, house.taxRates.count(TaxRateQuery.all(), 10));
  }

  private static SalesSettingsData settings(Currency home, String taxCode) {
    return new SalesSettingsData(home, "We\nHere", taxCode, 7, AutomaticRun.DRAFTS);
  }
}
