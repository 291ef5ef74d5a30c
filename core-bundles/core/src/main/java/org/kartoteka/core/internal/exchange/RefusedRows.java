package org.kartoteka.core.internal.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.exchange.ImportRowView;

/** The refused rows of an import as a table with the reasons in its last column. */
final class RefusedRows {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<String> columns;
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer;

  RefusedRows(List<String> columns, String reason) {
    this.columns = columns;
    text.write(BYTE_ORDER_MARK);
    this.writer = CsvWriter.builder().bufferSize(0).build(text);
    List<String> heading = new ArrayList<>(columns.stream().map(Formulas::harmless).toList());
    heading.add(reason);
    writer.writeRecord(heading);
  }

  void add(Map<String, String> cells, List<ImportRowView.Error> errors) {
    List<String> row = new ArrayList<>();
    for (String column : columns) {
      row.add(Formulas.harmless(cells.getOrDefault(column, "")));
    }
    row.add(
        errors.stream()
            .map(error -> error.field().isEmpty() ? error.message() : named(error))
            .collect(Collectors.joining(" ")));
    writer.writeRecord(row);
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String named(ImportRowView.Error error) {
    return error.field() + ": " + error.message();
  }
}
