package org.kartoteka.core.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks as people keep them. */
class SheetTableTest {

  @TempDir private Path folder;

  @Test
  void a_title_across_the_table_is_no_heading() throws IOException {
    Path file =
        workbook(
            sheet -> {
              sheet.value(0, 0, "Customers of the north branch");
              sheet.range(0, 0, 0, 2).merge();
              sheet.value(1, 0, "as of today");
              row(sheet, 3, "Name", "City", "Phone");
              row(sheet, 4, "Acme", "Gdynia", "600100200");
            });

    SheetTable table = SheetTable.of(file, null);

    assertEquals(List.of("Name", "City", "Phone"), table.columns());
    assertEquals(1, table.rows());
    assertEquals(List.of(List.of("Acme", "Gdynia", "600100200")), rows(table));
  }

  @Test
  void a_list_of_one_column_keeps_its_heading() throws IOException {
    Path file =
        workbook(
            sheet -> {
              row(sheet, 0, "Name");
              row(sheet, 1, "Acme");
              row(sheet, 2, "Beta", "a remark");
              row(sheet, 3, "Gamma");
            });

    SheetTable table = SheetTable.of(file, null);

    assertEquals(List.of("Name"), table.columns());
    assertEquals(3, table.rows());
  }

  @ParameterizedTest
  @CsvSource({"#DIV/0!, ''", "#N/A, ''", "#NAME?, ''", "#1 Shop, #1 Shop", "WELL DONE, WELL DONE"})
  void a_formula_is_what_it_came_to_and_nothing_when_it_failed(String came, String read)
      throws IOException {
    Path formula =
        workbook(
            sheet -> {
              row(sheet, 0, "Name", "City");
              sheet.value(1, 0, "Acme");
              sheet.formula(1, 1, "A1");
            });

    Path computed =
        edited(
            formula,
            xml ->
                xml.replace("<c r=\"B2\"", "<c r=\"B2\" t=\"str\"")
                    .replace("</f>", "</f><v>" + came + "</v>"));

    assertEquals(List.of(List.of("Acme", read)), rows(SheetTable.of(computed, null)));
  }

  @Test
  void a_workbook_without_styles_is_read() throws IOException {
    Path styled =
        workbook(
            sheet -> {
              row(sheet, 0, "Name");
              row(sheet, 1, "Acme");
            });

    Path bare = edited(styled, xml -> xml.replaceAll("<[^<>]*styles\\.xml[^<>]*/>", ""));

    assertEquals(List.of(List.of("Acme")), rows(SheetTable.of(bare, null)));
  }

  private static List<List<String>> rows(SheetTable table) {
    List<List<String>> rows = new ArrayList<>();
    table.forEach(
        (number, cells) -> {
          if (number > 0) {
            rows.add(cells);
          }
          return true;
        });
    return rows;
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      sheet.value(row, column, cells[column]);
    }
  }

  /** The workbook with its texts changed, and without parts that nothing names any more. */
  private Path edited(Path file, UnaryOperator<String> edit) throws IOException {
    Path edited = Files.createTempFile(folder, "edited", ".xlsx");
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(edited))) {
      String types = edit.apply(text(from, from.getEntry("[Content_Types].xml")));
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().endsWith("styles.xml") || types.contains("styles.xml")) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          to.write(edit.apply(text(from, entry)).getBytes(UTF_8));
        }
      }
    }
    return edited;
  }

  private static String text(ZipFile file, ZipEntry entry) throws IOException {
    return new String(file.getInputStream(entry).readAllBytes(), UTF_8);
  }

  /** Fills a sheet. */
  private interface Filling {
    void fill(Worksheet sheet);
  }

  private Path workbook(Filling filling) throws IOException {
    Path file = Files.createTempFile(folder, "book", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      filling.fill(workbook.newWorksheet("Parties"));
    }
    return file;
  }
}
