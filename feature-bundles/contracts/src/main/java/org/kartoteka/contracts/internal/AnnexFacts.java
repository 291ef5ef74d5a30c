package org.kartoteka.contracts.internal;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.kartoteka.contracts.AnnexView;
import org.kartoteka.contracts.LineData;

/** What the change history tells of an annex. */
public record AnnexFacts(
    String number,
    String subject,
    LocalDate signedOn,
    LocalDate effectiveOn,
    LocalDate endsOn,
    String lines,
    String ended) {

  static AnnexFacts of(AnnexView annex) {
    return new AnnexFacts(
        annex.number(),
        annex.subject(),
        annex.signedOn(),
        annex.effectiveOn(),
        annex.endsOn(),
        annex.set().stream().map(LineData::toString).collect(Collectors.joining("; ")),
        String.join(", ", annex.ended()));
  }
}
