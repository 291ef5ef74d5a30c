package org.kartoteka.print.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of a file: Liberation Sans, which comes with PDFBox; the used ones are embedded. */
final class Letters {

  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int UNKNOWN = '?';

  private final PDFont font;

  private Letters(PDFont font) {
    this.font = font;
  }

  static Letters of(PDDocument file) throws IOException {
    try (InputStream in = PDDocument.class.getResourceAsStream(FILE)) {
      return new Letters(PDType0Font.load(file, in, true));
    }
  }

  PDFont font() {
    return font;
  }

  /** The text without letters that cannot be printed; these become question marks. */
  String printable(String text) {
    String plain = text.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\t', ' ');
    try {
      font.encode(plain);
      return plain;
    } catch (IOException | IllegalArgumentException unknownLetters) {
      StringBuilder known = new StringBuilder();
      plain.codePoints().map(this::known).forEach(known::appendCodePoint);
      return known.toString();
    }
  }

  /** How wide the text is. */
  float width(String text, float size) {
    try {
      return font.getStringWidth(printable(text)) / 1000 * size;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The text in lines that are not wider than this. */
  List<String> lines(String text, float size, float width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(printable(paragraph), size, width, lines);
    }
    return lines;
  }

  private void wrap(String paragraph, float size, float width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= width) {
        line.setLength(0);
        line.append(longer);
      } else {
        if (!line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(broken(word, size, width, lines));
      }
    }
    lines.add(line.toString());
  }

  /** Breaks a word that is wider than a line; what is left begins the next one. */
  private String broken(String word, float size, float width, List<String> lines) {
    String rest = word;
    while (width(rest, size) > width && rest.length() > 1) {
      int end = rest.length() - 1;
      while (end > 1 && width(rest.substring(0, end), size) > width) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }

  private int known(int letter) {
    try {
      font.encode(Character.toString(letter));
      return letter;
    } catch (IOException | IllegalArgumentException unknown) {
      return UNKNOWN;
    }
  }
}
