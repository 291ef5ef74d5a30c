package org.kartoteka.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.http.Versioned;

/** A tariff appendix; see {@link AppendixData} for the fields. */
public record AppendixView(
    AppendixId id,
    long revision,
    ContractId contractId,
    String name,
    LocalDate validFrom,
    LocalDate validUntil,
    String note,
    List<TariffLine> lines,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  public AppendixView {
    lines = List.copyOf(lines);
  }

  /** What people can change of it. */
  public AppendixData data() {
    return new AppendixData(name, validFrom, validUntil, note, lines);
  }
}
