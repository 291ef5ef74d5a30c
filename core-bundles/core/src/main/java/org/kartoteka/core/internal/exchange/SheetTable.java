package org.kartoteka.core.internal.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** A sheet of an XLSX workbook with headings in its first row that is neither empty nor a title. */
final class SheetTable extends Table {

  private static final long MOST_UNPACKED = 2L << 30;
  private static final long MOST_TEXTS = 256L << 20;
  private static final int MOST_TITLES = 3;
  private static final int WIDE = 3;

  private final Path file;
  private final List<String> sheets;
  private final String sheet;
  private final int titles;
  private final ReadingOptions reading;

  private SheetTable(
      Path file,
      ReadingOptions reading,
      List<String> sheets,
      String sheet,
      int titles,
      List<String> columns,
      long rows) {
    super(columns, rows);
    this.file = file;
    this.sheets = sheets;
    this.sheet = sheet;
    this.titles = titles;
    this.reading = reading;
  }

  /**
   * Looks through the whole sheet once.
   *
   * @param wanted the sheet; the first visible one that is not empty when null
   * @throws InvalidInput when it is no workbook, has no such sheet or no rows
   */
  static SheetTable of(Path file, String wanted) {
    ReadingOptions reading = options(file);
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), reading)) {
      List<Sheet> visible =
          workbook
              .getSheets()
              .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
              .toList();
      List<String> names = visible.stream().map(Sheet::getName).toList();
      if (wanted != null && !names.contains(wanted)) {
        throw new InvalidInput(FieldError.of("sheet", "unknownSheet", wanted));
      }
      InvalidInput first = null;
      for (Sheet one : visible) {
        if (wanted == null || wanted.equals(one.getName())) {
          try {
            return of(file, reading, names, one);
          } catch (InvalidInput empty) {
            first = first == null ? empty : first;
          }
        }
      }
      throw first == null ? new InvalidInput(FieldError.of("file", "emptyFile")) : first;
    } catch (InvalidInput clear) {
      throw clear;
    } catch (IOException | RuntimeException broken) {
      throw unreadable();
    }
  }

  private static SheetTable of(Path file, ReadingOptions reading, List<String> names, Sheet sheet)
      throws IOException {
    int titles = titles(sheet);
    SheetTable unknown =
        new SheetTable(file, reading, names, sheet.getName(), titles, List.of(), 0);
    List<List<String>> heading = new ArrayList<>();
    long rows =
        unknown.read(
            sheet,
            (number, cells) -> {
              if (number == 0) {
                heading.add(Table.columns(withoutEnd(cells)));
              }
              return true;
            });
    if (heading.isEmpty()) {
      throw new InvalidInput(FieldError.of("file", "emptyFile"));
    }
    if (rows == 0) {
      throw new InvalidInput(FieldError.of("file", "noRows"));
    }
    return new SheetTable(file, reading, names, sheet.getName(), titles, heading.get(0), rows);
  }

  /** How many rows above the headings have a single cell, such as a title across the table. */
  private static int titles(Sheet sheet) throws IOException {
    SheetCells texts = new SheetCells();
    try (Stream<Row> rows = sheet.openStream()) {
      List<Long> filled =
          rows.map(row -> texts.of(row).stream().filter(text -> !text.isBlank()).count())
              .filter(cells -> cells > 0)
              .limit(MOST_TITLES + 1)
              .toList();
      int first = 0;
      while (first < filled.size() && filled.get(first) == 1) {
        first++;
      }
      return first < filled.size() && filled.get(first) >= WIDE ? first : 0;
    }
  }

  @Override
  FileFormat format() {
    return FileFormat.XLSX;
  }

  @Override
  List<String> sheets() {
    return sheets;
  }

  @Override
  String sheet() {
    return sheet;
  }

  @Override
  void forEach(RowReader reader) {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), reading)) {
      Sheet present = workbook.findSheet(sheet).orElseThrow(SheetTable::unreadable);
      read(present, (number, cells) -> number == 0 || reader.row(number, cells));
    } catch (IOException broken) {
      throw unreadable();
    }
  }

  private long read(Sheet present, RowReader reader) throws IOException {
    long number = -1 - titles;
    SheetCells texts = new SheetCells();
    try (Stream<Row> rows = present.openStream()) {
      Iterator<Row> each = rows.iterator();
      while (each.hasNext()) {
        List<String> cells = texts.of(each.next());
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        number++;
        if (number >= 0 && !reader.row(number, cells)) {
          break;
        }
      }
    }
    return Math.max(number, 0);
  }

  /** Without the empty cells at the end, which spreadsheets leave behind. */
  private static List<String> withoutEnd(List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  /**
   * How to read the workbook: one without styles has no formats of cells. A packed file that
   * unpacks to much more than anybody's list is no workbook for us.
   */
  private static ReadingOptions options(Path file) {
    boolean workbook = false;
    boolean styled = false;
    long unpacked = 0;
    long texts = 0;
    try (ZipFile packed = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = packed.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        unpacked += Math.max(entry.getSize(), 0);
        workbook |= entry.getName().equals("[Content_Types].xml");
        styled |= entry.getName().endsWith("styles.xml");
        texts += entry.getName().endsWith("sharedStrings.xml") ? Math.max(entry.getSize(), 0) : 0;
      }
    } catch (IOException | RuntimeException broken) {
      throw unreadable();
    }
    if (!workbook) {
      throw unreadable();
    }
    if (unpacked > MOST_UNPACKED || texts > MOST_TEXTS) {
      throw new InvalidInput(FieldError.of("file", "workbookTooLarge"));
    }
    return new ReadingOptions(styled, true);
  }

  private static InvalidInput unreadable() {
    return new InvalidInput(FieldError.of("file", "noWorkbook"));
  }
}
