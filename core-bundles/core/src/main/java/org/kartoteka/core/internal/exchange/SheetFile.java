package org.kartoteka.core.internal.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An XLSX workbook with all cells as texts; a new sheet begins when one is full. */
final class SheetFile implements ExportFile {

  private static final int MOST_ROWS = 1_048_576;
  private static final int PIECE = 500;
  private static final int TITLE = 25;
  private static final double WIDTH = 18;

  private final Workbook workbook;
  private final List<String> titles;
  private final String name;
  private Worksheet sheet;
  private int sheets;
  private int row;

  SheetFile(OutputStream out, List<String> titles, String name) {
    this.workbook = new Workbook(new OpenStream(out), "Kartoteka", "01.0000");
    this.titles = titles;
    String plain = name.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
    this.name = plain.length() <= TITLE ? plain : plain.substring(0, TITLE);
    next();
  }

  @Override
  public void row(List<String> cells) {
    try {
      if (row == MOST_ROWS) {
        sheet.finish();
        next();
      }
      write(cells);
      if (row % PIECE == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
  }

  private void next() {
    sheets++;
    row = 0;
    sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    sheet.freezePane(0, 1);
    for (int i = 0; i < titles.size(); i++) {
      sheet.width(i, WIDTH);
      sheet.style(0, i).bold().set();
    }
    write(titles);
  }

  private void write(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) != null) {
        sheet.inlineString(row, i, cells.get(i));
      }
    }
    row++;
  }
}
