package org.kartoteka.print.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Sheets of A4 that are written from top to bottom; a new one is taken when one is full. */
final class Paper implements AutoCloseable {

  static final float SIZE = 9;
  static final float LINE = 12;
  static final float GAP = 10;

  private static final float MARGIN = 45;
  private static final float BOTTOM = 60;
  private static final float TITLE = 16;
  private static final float SMALL = 7.5f;
  private static final float STRONG = 0.3f;
  private static final Color RULE = new Color(0xBBBBBB);

  private final PDDocument file;
  private final Letters letters;
  private final String footer;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream ink;
  private float y;

  Paper(PDDocument file, Letters letters, String footer) throws IOException {
    this.file = file;
    this.letters = letters;
    this.footer = footer;
    turn();
  }

  Letters letters() {
    return letters;
  }

  float left() {
    return MARGIN;
  }

  float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  /** Whether so much fits on this page; when not, the next page is taken. */
  boolean turnUnlessFits(float height) throws IOException {
    if (y - height >= BOTTOM) {
      return false;
    }
    ink.close();
    turn();
    return true;
  }

  /** Moves down. */
  void down(float height) {
    y -= height;
  }

  void title(String text) throws IOException {
    for (String line : letters.lines(text, TITLE, width())) {
      down(TITLE + 4);
      write(line, left(), TITLE, true);
    }
    down(GAP);
  }

  void paragraph(String text, boolean strong) throws IOException {
    for (String line : letters.lines(text, SIZE, width())) {
      turnUnlessFits(LINE);
      down(LINE);
      write(line, left(), SIZE, strong);
    }
    down(GAP);
  }

  /** A heading that stays with what follows it. */
  void heading(String text, float following) throws IOException {
    turnUnlessFits(LINE + following);
    down(LINE);
    write(text, left(), SIZE, true);
    down(4);
  }

  /** Writes a line at the present height. */
  void write(String text, float x, float size, boolean strong) throws IOException {
    ink.beginText();
    ink.setFont(letters.font(), size);
    ink.setRenderingMode(strong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    ink.setLineWidth(STRONG);
    ink.newLineAtOffset(x, y);
    ink.showText(letters.printable(text));
    ink.endText();
  }

  /** Draws a line across at the present height. */
  void rule() throws IOException {
    ink.setStrokingColor(RULE);
    ink.setLineWidth(0.5f);
    ink.moveTo(left(), y);
    ink.lineTo(left() + width(), y);
    ink.stroke();
    ink.setStrokingColor(Color.BLACK);
  }

  @Override
  public void close() throws IOException {
    ink.close();
    int number = 0;
    for (PDPage page : pages) {
      number++;
      ink = new PDPageContentStream(file, page, PDPageContentStream.AppendMode.APPEND, true, true);
      String count = number + " / " + pages.size();
      y = BOTTOM - 20;
      rule();
      down(LINE);
      float room = width() - letters.width(count, SMALL) - GAP;
      write(letters.lines(footer, SMALL, room).get(0), left(), SMALL, false);
      write(count, left() + width() - letters.width(count, SMALL), SMALL, false);
      ink.close();
    }
  }

  private void turn() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    file.addPage(page);
    pages.add(page);
    ink = new PDPageContentStream(file, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }
}
