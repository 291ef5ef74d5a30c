package org.kartoteka.core.internal.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Delimited text in UTF-8 with a byte order mark; separated as spreadsheets of the language expect
 * it. What could be a formula has an apostrophe in front, which an import takes away again.
 */
final class CsvFile implements ExportFile {

  private final CsvWriter writer;

  CsvFile(OutputStream out, List<String> titles, Locale locale) {
    Writer text =
        new BufferedWriter(new OutputStreamWriter(new OpenStream(out), StandardCharsets.UTF_8));
    try {
      text.write('\uFEFF');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    writer = CsvWriter.builder().fieldSeparator(english ? ',' : ';').build(text);
    row(titles);
  }

  @Override
  public void row(List<String> cells) {
    writer.writeRecord(
        cells.stream().map(cell -> cell == null ? "" : Formulas.harmless(cell)).toList());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
