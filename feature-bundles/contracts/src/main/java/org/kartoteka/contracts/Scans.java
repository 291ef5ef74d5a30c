package org.kartoteka.contracts;

import java.io.InputStream;
import java.util.List;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Scans of contracts and of their annexes (MON-1). Reading needs {@code contracts.contract.read},
 * adding and removing {@code contracts.contract.change}.
 */
@ProviderType
public interface Scans {

  /** The files of a contract, oldest first. */
  List<AttachmentView> of(ContractId contract);

  /** Adds a file to a contract. */
  AttachmentView add(ContractId contract, String fileName, InputStream content);

  /** The content of a file of the contract; the caller closes it. */
  InputStream open(ContractId contract, AttachmentId scan);

  /** Removes a file of the contract. */
  void remove(ContractId contract, AttachmentId scan);
}
