package org.kartoteka.contracts.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.contracts.LineData;

/** What the change history tells of a contract. */
public record ContractFacts(
    String number,
    String subject,
    LocalDate signedOn,
    LocalDate startsOn,
    LocalDate endsOn,
    Integer noticeMonths,
    Integer renewalMonths,
    String packageType,
    Long salespersonId,
    Long branchId,
    Long responsibleId,
    String note,
    LocalDate terminatedOn,
    String terminationReason,
    String withdrawalReason,
    String lines) {

  ContractFacts(
      String number,
      String subject,
      LocalDate signedOn,
      Validity validity,
      String packageType,
      Long salespersonId,
      Long branchId,
      Long responsibleId,
      String note,
      LocalDate terminatedOn,
      String terminationReason,
      String withdrawalReason,
      List<LineData> lines) {
    this(
        number,
        subject,
        signedOn,
        validity.startsOn(),
        validity.endsOn(),
        validity.noticeMonths(),
        validity.renewalMonths(),
        packageType,
        salespersonId,
        branchId,
        responsibleId,
        note,
        terminatedOn,
        terminationReason,
        withdrawalReason,
        lines.isEmpty()
            ? null
            : lines.stream().map(LineData::toString).collect(Collectors.joining("; ")));
  }
}
