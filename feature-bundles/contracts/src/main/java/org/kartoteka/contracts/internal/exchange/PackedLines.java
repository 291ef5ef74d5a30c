package org.kartoteka.contracts.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.exchange.CellText;

/**
 * The lines of a contract behind the first, in one cell: a text line each, its parts in the order
 * name, product, quantity, unit, price, cost, months of a period, when invoiced, tax code, aligned
 * to, from, until, with bars between them.
 */
final class PackedLines {

  private static final int PARTS = 12;
  private static final String BETWEEN = " | ";

  private PackedLines() {}

  /** The cell; null without lines. */
  static String pack(List<LineData> lines) {
    return lines.isEmpty()
        ? null
        : lines.stream().map(PackedLines::pack).collect(Collectors.joining("\n"));
  }

  private static String pack(LineData line) {
    List<String> parts = new ArrayList<>();
    for (Object part :
        new Object[] {
          line.name(),
          line.product(),
          line.quantity().toPlainString(),
          line.unit(),
          line.unitPrice().toPlainString(),
          line.unitCost() == null ? null : line.unitCost().toPlainString(),
          line.everyMonths(),
          line.due(),
          line.taxCode(),
          line.alignedTo(),
          line.from(),
          line.until()
        }) {
      parts.add(part == null ? "" : part.toString().replace("\\", "\\\\").replace("|", "\\|"));
    }
    return String.join(BETWEEN, parts);
  }

  /**
   * The lines of a cell.
   *
   * @throws IllegalArgumentException when one is not written so
   */
  static List<LineData> unpack(String cell) {
    return cell.lines().filter(line -> !line.isBlank()).map(PackedLines::line).toList();
  }

  private static LineData line(String text) {
    List<String> parts = parts(text);
    if (parts.size() > PARTS) {
      throw new IllegalArgumentException(text);
    }
    while (parts.size() < PARTS) {
      parts.add("");
    }
    return new LineData(
        null,
        blank(parts.get(1)),
        blank(parts.get(0)),
        parts.get(2).isEmpty() ? null : CellText.amount(parts.get(2)).orElseThrow(wrong(text)),
        blank(parts.get(3)),
        CellText.amount(parts.get(4)).orElseThrow(wrong(text)),
        parts.get(5).isEmpty() ? null : CellText.amount(parts.get(5)).orElseThrow(wrong(text)),
        blank(parts.get(8)),
        parts.get(6).isEmpty() ? null : Integer.valueOf(parts.get(6)),
        parts.get(7).isEmpty() ? null : Billing.Due.valueOf(parts.get(7)),
        parts.get(9).isEmpty() ? null : CellText.day(parts.get(9)).orElseThrow(wrong(text)),
        parts.get(10).isEmpty() ? null : CellText.day(parts.get(10)).orElseThrow(wrong(text)),
        parts.get(11).isEmpty() ? null : CellText.day(parts.get(11)).orElseThrow(wrong(text)));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '\\' && i + 1 < text.length()) {
        part.append(text.charAt(++i));
      } else if (letter == '|') {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(letter);
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  private static String blank(String part) {
    return part.isEmpty() ? null : part;
  }

  private static Supplier<IllegalArgumentException> wrong(String text) {
    return () -> new IllegalArgumentException(text);
  }
}
