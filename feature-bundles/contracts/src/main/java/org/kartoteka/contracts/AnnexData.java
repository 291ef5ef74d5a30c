package org.kartoteka.contracts;

import java.time.LocalDate;
import java.util.List;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * An annex: all that is to hold from a day on. What differs from what would hold without it is what
 * it changes; the rest follows the contract and other annexes.
 *
 * @param number what people call it; counted when null
 * @param effectiveOn the first day on which it holds
 * @param endsOn the contract's last day from now on; null until further notice
 * @param lines all lines that are owed, unchanged ones included with their keys
 */
public record AnnexData(
    String number,
    String subject,
    LocalDate signedOn,
    LocalDate effectiveOn,
    LocalDate endsOn,
    Integer noticeMonths,
    Integer renewalMonths,
    String packageType,
    UserId salespersonId,
    BranchId branchId,
    List<LineData> lines) {

  public AnnexData {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
