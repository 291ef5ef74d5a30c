package org.kartoteka.contracts.internal.domain;

import java.util.List;
import org.kartoteka.contracts.LineData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/** What annexes can change from a day on, and what a contract says of it at first. */
public record Terms(String packageType, UserId salesperson, BranchId branch, List<LineData> lines) {

  public Terms {
    lines = List.copyOf(lines);
  }
}
