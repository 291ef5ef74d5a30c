package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.problem.Findings;

/** What a line of a contract may say. */
public final class LineRules {

  private static final int MOST_LINES = 500;
  private static final int NAME = 300;
  private static final int CODE = 100;
  private static final int MOST_MONTHS = 120;

  private final Set<String> taken;
  private int last;

  /**
   * For the lines of a contract.
   *
   * @param taken keys that its lines ever had, none of which a new line may get
   */
  public LineRules(Set<String> taken) {
    this.taken = taken;
    last =
        taken.stream()
            .filter(key -> key.matches("\\d{1,9}"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
  }

  /**
   * Lines in their normal form, each with a key of its own.
   *
   * @param from the first day of lines that do not say one
   */
  public List<LineData> normal(List<LineData> given, LocalDate from, Findings findings) {
    List<LineData> lines = findings.atMost("lines", given, MOST_LINES);
    List<LineData> normal = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      LineData line = line(lines.get(i), "lines[" + i + "].", from, findings);
      if (!keys.add(line.key())) {
        findings.add("lines[" + i + "].key", "duplicate");
      }
      normal.add(line);
    }
    return normal;
  }

  private LineData line(LineData given, String at, LocalDate from, Findings findings) {
    LocalDate first = findings.day(at + "from", given.from() == null ? from : given.from());
    LocalDate until = findings.day(at + "until", given.until());
    if (first != null && until != null && until.isBefore(first)) {
      findings.add(at + "until", "beforeStart");
    }
    int months = given.everyMonths() == null ? 0 : given.everyMonths();
    findings.range(at + "everyMonths", months, 0, MOST_MONTHS);
    BigDecimal quantity = given.quantity() == null ? BigDecimal.ONE : given.quantity();
    if (quantity.signum() <= 0) {
      findings.add(at + "quantity", "positive");
    }
    findings.amount(at + "quantity", quantity.max(BigDecimal.ZERO));
    return new LineData(
        key(given.key(), at, findings),
        findings.line(at + "product", given.product(), CODE),
        findings.requiredLine(at + "name", given.name(), NAME),
        plain(quantity),
        findings.line(at + "unit", given.unit(), CODE),
        plain(
            findings.amount(
                at + "unitPrice", findings.required(at + "unitPrice", given.unitPrice()))),
        plain(findings.amount(at + "unitCost", given.unitCost())),
        findings.line(at + "taxCode", given.taxCode(), CODE),
        months,
        Objects.requireNonNullElse(given.due(), Billing.Due.IN_ADVANCE),
        months == 0 ? null : findings.day(at + "alignedTo", given.alignedTo()),
        first,
        until);
  }

  private String key(String given, String at, Findings findings) {
    if (given == null || given.isBlank()) {
      return Integer.toString(++last);
    }
    if (!taken.contains(given)) {
      findings.add(at + "key", "unknownLine", given);
    }
    return given;
  }

  private static BigDecimal plain(BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
