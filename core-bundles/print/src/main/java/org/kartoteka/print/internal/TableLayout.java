package org.kartoteka.print.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.print.PrintedTable;

/** Lays out tables. */
final class TableLayout {

  private static final float INSET = 3;

  private final Paper paper;
  private final Wording wording;

  TableLayout(Paper paper, Wording wording) {
    this.paper = paper;
    this.wording = wording;
  }

  void print(PrintedTable table) throws IOException {
    List<Object> titles = new ArrayList<>();
    table.columns().forEach(column -> titles.add(column.title()));
    if (!table.heading().isEmpty()) {
      paper.heading(table.heading(), 3 * Paper.LINE);
    }
    row(table, titles, titles, true);
    for (List<Object> row : table.rows()) {
      row(table, titles, row, false);
    }
    for (List<Object> total : table.totals()) {
      row(table, titles, total, true);
    }
    paper.down(Paper.GAP);
  }

  private void row(PrintedTable table, List<Object> titles, List<Object> row, boolean strong)
      throws IOException {
    int weights = table.columns().stream().mapToInt(PrintedTable.Column::weight).sum();
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int at = 0; at < row.size(); at++) {
      float width = width(table, at, weights) - 2 * INSET;
      cells.add(paper.letters().lines(wording.of(row.get(at)), Paper.SIZE, width));
      height = Math.max(height, cells.get(at).size());
    }
    boolean turned = paper.turnUnlessFits(Math.min(height, 40) * Paper.LINE + INSET);
    if (turned && row != titles) {
      row(table, titles, titles, true);
    }
    for (int line = 0; line < height; line++) {
      paper.turnUnlessFits(Paper.LINE);
      paper.down(Paper.LINE);
      float x = paper.left();
      for (int at = 0; at < cells.size(); at++) {
        float width = width(table, at, weights);
        if (line < cells.get(at).size()) {
          write(cells.get(at).get(line), x, width, table.columns().get(at).figures(), strong);
        }
        x += width;
      }
    }
    paper.down(INSET + 1);
    paper.rule();
  }

  private void write(String text, float x, float width, boolean right, boolean strong)
      throws IOException {
    float start = right ? x + width - INSET - paper.letters().width(text, Paper.SIZE) : x + INSET;
    paper.write(text, start, Paper.SIZE, strong);
  }

  private float width(PrintedTable table, int column, int weights) {
    return paper.width() * table.columns().get(column).weight() / weights;
  }
}
