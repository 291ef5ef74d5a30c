package org.kartoteka.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * An annex and what it changed.
 *
 * @param changes the names of the terms that it changed, such as {@code packageType}, {@code
 *     endsOn}
 * @param set lines that it added or changed
 * @param ended keys of lines that are not owed any longer
 */
public record AnnexView(
    AnnexId id,
    ContractId contractId,
    String number,
    String subject,
    LocalDate signedOn,
    LocalDate effectiveOn,
    Set<String> changes,
    String packageType,
    UserId salespersonId,
    BranchId branchId,
    LocalDate endsOn,
    Integer noticeMonths,
    Integer renewalMonths,
    List<LineData> set,
    List<String> ended,
    Instant createdAt,
    String createdBy) {

  public AnnexView {
    changes = Set.copyOf(changes);
    set = List.copyOf(set);
    ended = List.copyOf(ended);
  }
}
