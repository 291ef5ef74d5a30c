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
import java.util.List;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** A file of delimited text with headings in its first line. */
final class CsvTable extends Table {

  private static final int BEGINNING = 256 * 1024;

  private final Path file;
  private final Charset encoding;
  private final char delimiter;

  private CsvTable(Path file, Charset encoding, char delimiter, List<String> columns, long rows) {
    super(columns, rows);
    this.file = file;
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  /**
   * Looks through the whole file once.
   *
   * @throws InvalidInput when it is no table that can be read to its end
   */
  static CsvTable of(Path file, Charset encoding) {
    try {
      char delimiter = Delimiter.of(beginning(file, encoding));
      CsvTable unknown = new CsvTable(file, encoding, delimiter, List.of(), 0);
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
      return new CsvTable(file, encoding, delimiter, heading.get(0), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  FileFormat format() {
    return FileFormat.CSV;
  }

  @Override
  String encoding() {
    return encoding.name();
  }

  @Override
  String delimiter() {
    return String.valueOf(delimiter);
  }

  @Override
  void forEach(RowReader reader) {
    try {
      read((number, cells) -> number == 0 || reader.row(number, cells));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        if (!reader.row(number, number == 0 ? cells : original(cells))) {
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

  private static List<String> original(List<String> cells) {
    return cells.stream().map(Formulas::original).toList();
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
