package org.kartoteka.core.internal.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;

/** The cells of a sheet as texts: whole numbers without a point, dates as ISO 8601 writes them. */
final class SheetCells {

  /** So many digits of a number are right in a workbook; those behind are made up. */
  private static final MathContext EXACT = new MathContext(15);

  private static final Pattern NOT_OF_DATES =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[(?!h+]|m+]|s+])[^\\]]*]", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATES = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
  private static final Pattern ERROR = Pattern.compile("#(?:[A-Z]+(?:/0)?[!?]|N/A)");
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int FIRST_DAY_YEAR = 1905;

  private final Map<String, Boolean> dates = new HashMap<>();

  /** The texts of a row, blank ones for empty cells. */
  List<String> of(Row row) {
    List<String> texts = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      texts.add(row.getOptionalCell(i).map(this::text).orElse(""));
    }
    return texts;
  }

  private String text(Cell cell) {
    if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
      return "";
    }
    Object value = value(cell);
    if (value instanceof Boolean truth) {
      return truth.toString();
    }
    if (value instanceof BigDecimal number) {
      return isDate(cell) ? date(cell, number) : number(cell, number);
    }
    return value == null ? "" : value.toString();
  }

  /** The value, also of a formula: what was computed when the workbook was saved, if anything. */
  private static Object value(Cell cell) {
    if (cell.getType() != CellType.FORMULA || cell.getValue() instanceof BigDecimal) {
      return cell.getValue();
    }
    String raw = cell.getRawValue();
    if (raw != null && ERROR.matcher(raw).matches()) {
      return null;
    }
    Object value = cell.getValue();
    return value == null || value.equals(cell.getFormula()) ? raw : value;
  }

  private boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47)) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null && dates.computeIfAbsent(format, SheetCells::isOfDates);
  }

  private static boolean isOfDates(String format) {
    String bare = NOT_OF_DATES.matcher(format).replaceAll("");
    return !bare.equalsIgnoreCase("general") && DATES.matcher(bare).find();
  }

  private static String date(Cell cell, BigDecimal number) {
    try {
      LocalDateTime date = cell.asDate();
      LocalTime time = date.toLocalTime().plusNanos(500_000_000).withNano(0);
      DateTimeFormatter form = time.getSecond() == 0 ? MINUTES : SECONDS;
      if (number.abs().compareTo(BigDecimal.ONE) < 0 && date.getYear() < FIRST_DAY_YEAR) {
        return form.format(time);
      }
      LocalDate day = date.toLocalDate();
      return time.equals(LocalTime.MIDNIGHT) ? day.toString() : day + " " + form.format(time);
    } catch (ExcelReaderException | DateTimeException | ArithmeticException outOfTime) {
      return number.toPlainString();
    }
  }

  private static String number(Cell cell, BigDecimal number) {
    BigDecimal exact = number.round(EXACT).stripTrailingZeros();
    String text =
        exact.scale() < -40 || exact.scale() > 40 ? exact.toString() : exact.toPlainString();
    String format = cell.getDataFormatString();
    boolean padded =
        format != null
            && exact.scale() <= 0
            && exact.signum() >= 0
            && ZEROS.matcher(format).matches();
    return padded ? "0".repeat(Math.max(format.length() - text.length(), 0)) + text : text;
  }
}
