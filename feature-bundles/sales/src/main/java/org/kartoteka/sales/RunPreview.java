package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.List;

/**
 * What a run would do.
 *
 * @param parties how many parties have something due
 * @param lines of the first parties
 * @param complete whether these are all
 */
public record RunPreview(LocalDate day, long parties, List<DueLine> lines, boolean complete) {

  public RunPreview {
    lines = List.copyOf(lines);
  }
}
