package org.kartoteka.core.api.privacy;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.document.AttachmentView;

/**
 * A consent as it was given; it stays as the proof after it was withdrawn.
 *
 * @param withdrawnAt null while it was not withdrawn
 * @param withdrawal how it was withdrawn
 * @param valid whether it holds now
 * @param proofs files that show that it was given: a signed form, a mail
 */
public record ConsentView(
    ConsentId id,
    ConsentData data,
    String recordedBy,
    Instant withdrawnAt,
    String withdrawnBy,
    String withdrawal,
    boolean valid,
    List<AttachmentView> proofs) {

  public ConsentView {
    proofs = List.copyOf(proofs);
  }
}
