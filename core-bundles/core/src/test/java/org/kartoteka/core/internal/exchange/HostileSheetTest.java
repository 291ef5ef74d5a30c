package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Workbooks whose XML wants more than to be read (OWASP ASVS 5, 1.5.1). */
class HostileSheetTest {

  private static final String NAME = "PLACE";

  @TempDir private Path folder;

  @Test
  void a_text_of_this_machine_does_not_come_in_by_an_external_entity() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
    Path file =
        workbook("<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>", "&e;");

    assertFalse(cells(file).toString().contains("top secret"));
  }

  @Test
  void entities_that_grow_without_end_are_refused_at_once() throws IOException {
    StringBuilder grow = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY e0 \"haha\">");
    for (int i = 1; i <= 30; i++) {
      String before = "&e" + (i - 1) + ";";
      grow.append("<!ENTITY e" + i + " \"" + before.repeat(10) + "\">");
    }
    Path file = workbook(grow + "]>", "&e30;");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertFalse(cells(file).toString().contains("hahahaha")));
  }

  @Test
  void a_workbook_that_unpacks_to_far_more_than_it_is_is_refused() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 3000; i++) {
        zip.write(blanks);
      }
    }

    InvalidInput refused = assertThrows(InvalidInput.class, () -> SheetTable.of(file, null));
    assertEquals("workbookTooLarge", refused.errors().get(0).code());
  }

  @Test
  void the_same_workbook_without_it_is_read() throws IOException {
    assertEquals(List.of(List.of(NAME)), cells(workbook("", NAME)));
  }

  /** The rows of the workbook; none when it is refused. */
  private static List<List<String>> cells(Path file) {
    List<List<String>> rows = new ArrayList<>();
    try {
      SheetTable.of(file, null)
          .forEach(
              (number, cells) -> {
                if (number > 0) {
                  rows.add(cells.subList(0, 1));
                }
                return true;
              });
    } catch (InvalidInput refused) {
      return List.of();
    }
    return rows;
  }

  /** A workbook with one cell below its heading, as inline text. */
  private Path workbook(String beginning, String cell) throws IOException {
    Path plain = folder.resolve("plain.xlsx");
    try (OutputStream out = Files.newOutputStream(plain);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("Parties");
      sheet.inlineString(0, 0, "name");
      sheet.inlineString(1, 0, NAME);
    }
    Path file = Files.createTempFile(folder, "book", ".xlsx");
    try (ZipFile from = new ZipFile(plain.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        String xml = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          int declared = xml.indexOf("?>") + 2;
          xml = xml.substring(0, declared) + beginning + xml.substring(declared);
        }
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(xml.replace(NAME, cell).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
