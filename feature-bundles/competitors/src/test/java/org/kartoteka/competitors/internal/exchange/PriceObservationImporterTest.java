package org.kartoteka.competitors.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.internal.House;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.RowOutcome;

class PriceObservationImporterTest {

  /**
   * Brands of the Name Suggestion Index (BSD-3-Clause, github.com/osmlab/name-suggestion-index).
   */
  private static final List<String> BRANDS =
      List.of("Biedronka", "Żabka", "Dino", "Stokrotka", "POLOmarket", "Kaufland", "Lewiatan");

  private final House house = new House();
  private final PriceObservationImporter importer =
      new PriceObservationImporter(
          house.books,
          house.parties,
          house.roster,
          house.products,
          house.prices,
          house.productRows,
          house.priceRows,
          new UsualCurrency(house.settings));

  @Test
  void rows_as_people_write_them_become_observations_of_products() {
    BRANDS.forEach(house::competitor);
    PartyId customer = house.customer("Hotel Bristol");

    List<RowOutcome> outcomes =
        importer.importRows(
            List.of(
                row("Biedronka", "Mleko 3,2% 1 l", "15.02.2026", "3,49", "zł"),
                with(
                    row("żabka", "Mleko 3,2% 1 l", "2026-02-15", "4.99", "PLN"),
                    "customer",
                    "hotel bristol"),
                with(row("P3", "Mleko", "15/02/2026", "1 234,50", "EUR"), "category", "Nabiał"),
                row("Dino", "mleko", "16.02.2026", "1,234.60", "eur")));

    assertEquals(
        List.of("CREATED", "CREATED", "CREATED", "CREATED"),
        outcomes.stream().map(outcome -> outcome.kind().name()).toList(),
        outcomes.toString());
    List<PriceObservationView> prices =
        house.prices.page(PriceObservationQuery.all(), PageRequest.first()).items();
    assertEquals("1234.60", prices.get(0).price().amount().toPlainString());
    assertEquals(3, house.products.count(new ProductQuery("mleko", null, null), 10));
    assertEquals(1, house.prices.count(PriceObservationQuery.at(customer), 10));
  }

  @Test
  void the_same_observation_is_skipped_the_second_time() {
    house.competitor("Dino");
    Map<String, String> row = row("Dino", "Masło", "2026-02-15", "7.99", "PLN");

    List<RowOutcome> outcomes = importer.importRows(List.of(row, row));

    assertEquals(RowOutcome.Kind.CREATED, outcomes.get(0).kind());
    assertEquals(RowOutcome.Kind.SKIPPED, outcomes.get(1).kind());
    assertEquals(outcomes.get(0).record().id(), outcomes.get(1).record().id());
  }

  @Test
  void a_refused_row_says_why_and_leaves_nothing() {
    PartyId party = house.partyWithRole("Freshmarket");

    List<RowOutcome> outcomes =
        importer.importRows(
            List.of(
                row("Nobody", "x", "31.02.2026", "cheap", "XYZ"),
                row("Freshmarket", "Kawa", "2031-01-01", "-1", "PLN"),
                Map.of("competitor", "Freshmarket")));

    assertEquals(
        Set.of(
            "competitor/unknownCompetitor", "date/date", "price/price", "currency/unknownCurrency"),
        errors(outcomes.get(0)));
    assertEquals(Set.of("price/price"), errors(outcomes.get(1)));
    assertEquals(
        Set.of("product/required", "date/required", "price/required", "currency/required"),
        errors(outcomes.get(2)));
    assertEquals(0, house.products.count(ProductQuery.of(party), 10));
    assertTrue(house.competitors.find(party).isEmpty());
  }

  @Test
  void prices_without_currency_have_the_usual_one() {
    house.competitor("Dino");
    house.settings.set(UsualCurrency.SETTING, "BGN");
    Map<String, String> row = row("Dino", "Ser", "2026-02-15", "7.99", "PLN");
    row.remove("currency");

    importer.importRows(List.of(row));

    assertEquals(
        "BGN",
        house
            .prices
            .page(PriceObservationQuery.all(), PageRequest.first())
            .items()
            .get(0)
            .price()
            .currency()
            .getCurrencyCode());
  }

  @Test
  void two_parties_of_one_name_are_told_apart_by_number() {
    house.competitor("Dino");
    house.competitor("Dino");

    List<RowOutcome> outcomes =
        importer.importRows(
            List.of(
                row("Dino", "a", "2026-02-15", "1", "PLN"),
                row("p2", "a", "2026-02-15", "1", "PLN")));

    assertEquals(Set.of("competitor/severalParties"), errors(outcomes.get(0)));
    assertEquals(RowOutcome.Kind.CREATED, outcomes.get(1).kind());
  }

  @Test
  void a_batch_of_many_rows_is_taken_whole() {
    house.competitor("Dino");

    List<RowOutcome> outcomes =
        importer.importRows(
            IntStream.range(0, 300)
                .mapToObj(
                    i -> row("Dino", "Product " + i % 30, "2026-01-" + (10 + i / 30), "5", "PLN"))
                .toList());

    assertEquals(300, outcomes.stream().filter(o -> o.kind() == RowOutcome.Kind.CREATED).count());
    assertEquals(30, house.products.count(new ProductQuery(null, null, null), 100));
  }

  @Test
  void no_heading_means_two_fields() {
    Set<String> seen = new HashSet<>();

    for (ImportField field : importer.fields()) {
      for (String alias : field.aliases()) {
        assertEquals(alias.toLowerCase(Locale.ROOT), alias);
        assertTrue(seen.add(alias), alias);
      }
    }
  }

  private static Map<String, String> row(
      String competitor, String product, String date, String price, String currency) {
    return new HashMap<>(
        Map.of(
            "competitor",
            competitor,
            "product",
            product,
            "date",
            date,
            "price",
            price,
            "currency",
            currency));
  }

  private static Map<String, String> with(Map<String, String> row, String field, String value) {
    row.put(field, value);
    return row;
  }

  private static Set<String> errors(RowOutcome outcome) {
    Set<String> errors = new HashSet<>();
    outcome.errors().forEach(error -> errors.add(error.field() + "/" + error.code()));
    return errors;
  }
}
