package org.kartoteka.sales.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRateQuery;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.internal.House;

class ExchangeRateImporterTest {

  private static final ImportOptions BOTH =
      new ImportOptions(ImportOptions.Mode.CREATE_AND_UPDATE, false, null, false, null);

  private final House house = new House();

  @Test
  void tables_of_central_banks_are_read_as_they_write_them() {
    List<RowOutcome> outcomes =
        house.rateImporter.importRows(
            List.of(
                Map.of("date", "2026-03-30", "currency", "EUR", "rate", "4,2675"),
                Map.of("date", "2026-03-30", "currency", "HUF", "rate", "1.0651", "units", "100"),
                Map.of("date", "30.03.2026", "currency", "USD", "buys", "0.25")));

    assertEquals(List.of("CREATED", "CREATED", "CREATED"), kinds(outcomes));
    assertEquals(new BigDecimal("4.2675"), rate("EUR"));
    assertEquals(new BigDecimal("0.010651"), rate("HUF"));
    assertEquals(new BigDecimal("4"), rate("USD"));
    assertEquals(List.of("rate"), house.rateImporter.missing(Set.of("date", "currency")));
    assertEquals(List.of(), house.rateImporter.missing(Set.of("date", "currency", "buys")));
  }

  @Test
  void what_is_wrong_is_refused_with_its_column_and_leaves_nothing() {
    List<RowOutcome> outcomes =
        house.rateImporter.importRows(
            List.of(
                Map.of("date", "soon", "currency", "XXY", "rate", "much"),
                Map.of("date", "2026-03-30", "currency", "PLN", "rate", "1"),
                Map.of("date", "2026-03-30", "currency", "EUR", "rate", "0"),
                Map.of("date", "2026-03-30", "currency", "EUR", "buys", "0"),
                Map.of("date", "2026-03-30", "currency", "EUR")));

    assertEquals(
        List.of(
            List.of("date", "currency", "rate"),
            List.of("currency"),
            List.of("rate"),
            List.of("buys"),
            List.of("rate")),
        outcomes.stream()
            .map(outcome -> outcome.errors().stream().map(error -> error.field()).toList())
            .toList());
    assertEquals(0, house.exchange.count(ExchangeRateQuery.all(), 10));
  }

  @Test
  void a_table_taken_in_again_changes_only_what_was_corrected_and_not_used() {
    house.rateImporter.importRows(List.of(row("2026-03-29", "4.1"), row("2026-03-30", "4.2")));
    post();

    List<RowOutcome> again = house.rateImporter.importRows(List.of(row("2026-03-29", "4.15")));
    List<RowOutcome> changed =
        house.rateImporter.importRows(
            List.of(
                row("2026-03-29", "4.15"), row("2026-03-30", "4.20"), row("2026-03-30", "4.25")),
            BOTH);

    assertEquals(List.of("SKIPPED"), kinds(again));
    assertEquals(List.of("UPDATED", "SKIPPED", "REFUSED"), kinds(changed));
    assertEquals("problem.sales.exchange-rate-used", changed.get(2).errors().get(0).key());
    assertEquals(List.of("EUR", "2026-03-30"), changed.get(2).errors().get(0).arguments());
  }

  @Test
  void an_import_of_rates_is_taken_back_but_for_those_that_were_used_or_changed() {
    house.rateImporter.importRows(List.of(row("2026-03-20", "4.0")));
    List<RowOutcome> made =
        house.rateImporter.importRows(
            List.of(
                row("2026-03-20", "4.01"),
                row("2026-03-27", "4.1"),
                row("2026-03-28", "4.2"),
                row("2026-03-29", "4.3"),
                row("2026-03-30", "4.4")),
            BOTH);
    house.rateImporter.importRows(List.of(row("2026-03-28", "4.25")), BOTH);
    house.exchange.remove(Currency.getInstance("EUR"), LocalDate.of(2026, 3, 29));
    post();

    List<UndoOutcome> undone =
        house.rateImporter.undo(
            made.stream()
                .map(row -> new ImportedRow(row.kind(), row.record().id(), row.trace(), Set.of()))
                .toList());

    assertEquals(
        List.of("RESTORED", "REMOVED", "KEPT", "KEPT", "KEPT"),
        undone.stream().map(outcome -> outcome.kind().name()).toList());
    assertEquals(
        List.of(
            "problem.field.undoChanged",
            "problem.field.undoGone",
            "problem.sales.exchange-rate-used"),
        undone.stream()
            .flatMap(outcome -> outcome.reasons().stream())
            .map(reason -> reason.key())
            .toList());
    assertEquals(3, house.exchange.count(ExchangeRateQuery.all(), 10));
  }

  private void post() {
    PartyId party = house.customer("Kowalski");
    DocumentView draft =
        house.documents.draft(
            new InvoiceData(
                party,
                null,
                null,
                null,
                Currency.getInstance("EUR"),
                null,
                null,
                List.of(House.line("x", "1", "1"))));
    house.documents.post(draft.id(), ExpectedRevision.any());
  }

  private BigDecimal rate(String currency) {
    return house.exchange.on(Currency.getInstance(currency), House.TODAY).orElseThrow();
  }

  private static Map<String, String> row(String day, String rate) {
    return Map.of("date", day, "currency", "EUR", "rate", rate);
  }

  private static List<String> kinds(List<RowOutcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.kind().name()).toList();
  }
}
