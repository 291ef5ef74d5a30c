package org.kartoteka.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;

/**
 * A run of recurring invoices.
 *
 * @param parties how many parties had something due at its start
 * @param done how many of them had their turn
 * @param leftOut how many parties could not be invoiced
 * @param problems of the first of them
 */
public record RunView(
    RunId id,
    LocalDate day,
    boolean posting,
    RunState state,
    long parties,
    long done,
    long documents,
    long lines,
    Instant startedAt,
    String startedBy,
    Instant endedAt,
    long leftOut,
    List<Problem> problems) {

  public RunView {
    problems = problems == null ? List.of() : List.copyOf(problems);
  }

  /**
   * A party that could not be invoiced.
   *
   * @param problem the key of the text that says why
   */
  public record Problem(PartyId partyId, String partyName, String problem) {}
}
