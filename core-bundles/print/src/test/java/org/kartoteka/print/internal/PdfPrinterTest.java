package org.kartoteka.print.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.print.PrintedBlock;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.kartoteka.platform.api.print.PrintedFields;
import org.kartoteka.platform.api.print.PrintedTable;
import org.kartoteka.platform.api.print.PrintedText;

class PdfPrinterTest {

  private final PdfPrinter printer =
      new PdfPrinter(Clock.fixed(Instant.parse("2026-03-31T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void letters_of_all_four_languages_come_back_out_of_the_file() throws IOException {
    String pangrams =
        "Zażółć gęślą jaźń. ŻÓŁĆ\nСъешь ещё этих мягких булок\nЖълтата дюля беше щастлива, ѝ";

    String text = text(printed(Locale.forLanguageTag("bg"), PrintedText.of(pangrams)));

    for (String line : pangrams.split("\n")) {
      assertTrue(text.contains(line), text);
    }
  }

  @Test
  void values_are_written_as_the_language_does() throws IOException {
    PrintedFields fields =
        new PrintedFields(
            List.of(
                new PrintedFields.Group(
                    "Faktura",
                    List.of(
                        new PrintedFields.Field("Wystawiono", LocalDate.of(2026, 3, 31)),
                        new PrintedFields.Field(
                            "Do zapłaty",
                            new Money(new BigDecimal("1234567.50"), Currency.getInstance("PLN"))),
                        PrintedFields.Field.of(null)))));

    String text = text(printed(Locale.forLanguageTag("pl"), fields));

    assertTrue(text.contains("31 mar 2026"), text);
    assertTrue(text.contains("1 234 567,50 PLN"), text);
  }

  @Test
  void a_long_table_goes_on_with_its_headings_and_pages_are_numbered() throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      rows.add(List.of("Line " + i, new BigDecimal("1.00")));
    }
    PrintedTable table =
        new PrintedTable(
            "Lines",
            List.of(PrintedTable.Column.text("Name", 3), PrintedTable.Column.figures("Net", 1)),
            rows,
            List.of(List.of("Total", new BigDecimal("200.00"))));

    byte[] file = printed(Locale.ENGLISH, table);

    try (PDDocument read = Loader.loadPDF(file)) {
      int pages = read.getNumberOfPages();
      assertTrue(pages > 2);
      String text = new PDFTextStripper().getText(read);
      assertEquals(pages, text.split("Name", -1).length - 1);
      assertTrue(text.contains(pages + " / " + pages));
      assertTrue(text.contains("Line 200"));
      assertTrue(text.contains("200.00"));
      assertEquals("en", read.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void what_has_no_letter_and_words_without_end_do_no_harm() throws IOException {
    String text =
        text(printed(Locale.ENGLISH, PrintedText.of("a \uD83D\uDE00 b " + "x".repeat(500))));

    assertTrue(text.contains("a ? b"), text);
    assertEquals(500, text.chars().filter(letter -> letter == 'x').count());
  }

  private byte[] printed(Locale locale, PrintedBlock... blocks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printer.print(new PrintedDocument(locale, "Title", List.of(blocks), "Footer"), out);
    return out.toByteArray();
  }

  private static String text(byte[] file) throws IOException {
    try (PDDocument read = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(read).replace('\u00a0', ' ').replace('\r', ' ');
    }
  }
}
