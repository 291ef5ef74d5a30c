package org.kartoteka.contracts.internal;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.TariffLine;

/** What the change history tells of a tariff appendix. */
public record AppendixFacts(
    String name, LocalDate validFrom, LocalDate validUntil, String note, String lines) {

  static AppendixFacts of(AppendixData data) {
    return new AppendixFacts(
        data.name(),
        data.validFrom(),
        data.validUntil(),
        data.note(),
        data.lines().stream().map(AppendixFacts::text).collect(Collectors.joining("; ")));
  }

  private static String text(TariffLine line) {
    return line.product()
        + " "
        + line.unitPrice().toPlainString()
        + (line.minQuantity() == null ? "" : " ≥ " + line.minQuantity().toPlainString())
        + (line.maxQuantity() == null ? "" : " ≤ " + line.maxQuantity().toPlainString());
  }
}
