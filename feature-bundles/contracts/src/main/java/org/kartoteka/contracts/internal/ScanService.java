package org.kartoteka.contracts.internal;

import java.io.InputStream;
import java.util.List;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.Scans;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.document.Attachments;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of contracts. */
@Component
public final class ScanService implements Scans {

  private static final int LONGEST_NAME = 255;

  private final RecordKeeping records;
  private final AccessControl access;
  private final UnitOfWork unitOfWork;
  private final ContractRecords contracts;
  private final Attachments attachments;

  @Activate
  public ScanService(
      @Reference RecordKeeping records,
      @Reference AccessControl access,
      @Reference UnitOfWork unitOfWork,
      @Reference ContractRecords contracts,
      @Reference Attachments attachments) {
    this.records = records;
    this.access = access;
    this.unitOfWork = unitOfWork;
    this.contracts = contracts;
    this.attachments = attachments;
  }

  /** What the change history tells of the files. */
  public record Files(String scan) {}

  @Override
  public List<AttachmentView> of(ContractId contract) {
    return records.with(ContractPermissions.READ, () -> files(contracts.readable(contract).id()));
  }

  @Override
  public AttachmentView add(ContractId id, String fileName, InputStream content) {
    access.require(ContractPermissions.CHANGE);
    Findings findings = new Findings();
    findings.requiredLine("fileName", fileName, LONGEST_NAME);
    findings.throwIfAny();
    return unitOfWork.call(
        () -> {
          Contract contract = contracts.changeable(id);
          AttachmentView added =
              attachments.add(ContractService.reference(contract), fileName, content);
          records.changed(
              ContractService.reference(contract), new Files(null), new Files(added.name()));
          return added;
        });
  }

  @Override
  public InputStream open(ContractId contract, AttachmentId scan) {
    return records.with(
        ContractPermissions.READ,
        () -> attachments.open(own(contracts.readable(contract).id(), scan).id()));
  }

  @Override
  public void remove(ContractId id, AttachmentId scan) {
    records.with(
        ContractPermissions.CHANGE,
        () -> {
          Contract contract = contracts.changeable(id);
          AttachmentView removed = own(id, scan);
          attachments.remove(scan);
          records.changed(
              ContractService.reference(contract), new Files(removed.name()), new Files(null));
          return null;
        });
  }

  private List<AttachmentView> files(ContractId contract) {
    return attachments.of(Contracts.TYPE, Long.toString(contract.value()));
  }

  private AttachmentView own(ContractId contract, AttachmentId scan) {
    return files(contract).stream()
        .filter(file -> file.id().equals(scan))
        .findFirst()
        .orElseThrow(() -> new NotFound("attachment", scan.value()));
  }
}
