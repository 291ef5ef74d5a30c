package org.kartoteka.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * A tariff appendix (ALF-6).
 *
 * @param validUntil the last day; null as long as the contract lasts
 */
public record AppendixData(
    String name, LocalDate validFrom, LocalDate validUntil, String note, List<TariffLine> lines) {

  public AppendixData {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
