package org.kartoteka.core.internal.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.internal.domain.CleanText;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** A file of delimited text with headings in its first line, read row by row. */
final class Table {

  private static final int BEGINNING = 256 * 1024;
  private static final int MOST_COLUMNS = 500;
  private static final int HEADING = 200;

  private final Path file;
  private final Charset encoding;
  private final char delimiter;
  private final List<String> columns;
  private final long rows;

  private Table(Path file, Charset encoding, char delimiter, List<String> columns, long rows) {
    this.file = file;
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Looks through the whole file once.
   *
   * @throws InvalidInput when it is no table that can be read to its end
   */
  static Table of(Path file) {
    try {
      Charset encoding = TextEncoding.of(file);
      char delimiter = Delimiter.of(beginning(file, encoding));
      Table unknown = new Table(file, encoding, delimiter, List.of(), 0);
      List<List<String>> heading = new ArrayList<>();
      long rows =
          unknown.read(
              (number, cells) -> {
                if (number == 0) {
                  heading.add(columns(cells));
                }
                return true;
              });
      if (heading.isEmpty()) {
        throw new InvalidInput(FieldError.of("file", "emptyFile"));
      }
      if (rows == 0) {
        throw new InvalidInput(FieldError.of("file", "noRows"));
      }
      return new Table(file, encoding, delimiter, heading.get(0), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String encoding() {
    return encoding.name();
  }

  String delimiter() {
    return String.valueOf(delimiter);
  }

  List<String> columns() {
    return columns;
  }

  /** How many rows follow the headings. */
  long rows() {
    return rows;
  }

  /** Takes a row; false when it wants no more. */
  @FunctionalInterface
  interface RowReader {
    boolean row(long number, List<String> cells);
  }

  /** Hands out the rows, the first one after the headings is number 1. */
  void forEach(RowReader reader) {
    try {
      read((number, cells) -> number == 0 || reader.row(number, cells));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row as heading to text; cells without a heading are left out. */
  Map<String, String> named(List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String value = i < cells.size() ? CleanText.lines(cells.get(i)) : null;
      named.put(columns.get(i), value == null ? "" : value);
    }
    return named;
  }

  /** Whether the row has text beyond the last heading. */
  boolean overflows(List<String> cells) {
    for (int i = columns.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private long read(RowReader reader) throws IOException {
    long number = -1;
    try (Reader text = open(file, encoding);
        CsvReader<CsvRecord> records =
            CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraCharsAfterClosingQuote(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        List<String> cells = record.getFields();
        if (number >= 0 && cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        number++;
        if (!reader.row(number, cells)) {
          break;
        }
      }
      return Math.max(number, 0);
    } catch (CsvParseException broken) {
      throw new InvalidInput(FieldError.of("file", "brokenRow", number + 1));
    } catch (UncheckedIOException broken) {
      throw new InvalidInput(FieldError.of("file", "noTable"));
    }
  }

  private static List<String> columns(List<String> cells) {
    if (cells.size() > MOST_COLUMNS) {
      throw new InvalidInput(FieldError.of("file", "noTable"));
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String heading = CleanText.line(cells.get(i));
      if (heading == null) {
        heading = "#" + (i + 1);
      } else if (heading.length() > HEADING) {
        heading = heading.substring(0, HEADING);
      }
      String unique = heading;
      for (int n = 2; columns.contains(unique); n++) {
        unique = heading + " (" + n + ")";
      }
      columns.add(unique);
    }
    return List.copyOf(columns);
  }

  private static CharSequence beginning(Path file, Charset encoding) throws IOException {
    char[] beginning = new char[BEGINNING];
    int length = 0;
    try (Reader text = open(file, encoding)) {
      int read = text.read(beginning, 0, BEGINNING);
      while (read > 0) {
        length += read;
        read = text.read(beginning, length, BEGINNING - length);
      }
    }
    return new String(beginning, 0, length);
  }

  private static Reader open(Path file, Charset encoding) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                encoding
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
