package org.kartoteka.core.api.privacy;

import java.io.InputStream;
import java.util.List;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.osgi.annotation.versioning.ProviderType;

/** Purposes of processing and the consents of persons. Needs {@code core.privacy.manage}. */
@ProviderType
public interface Consents {

  /** All purposes, by name. */
  List<ProcessingPurpose> purposes();

  /** Adds a purpose or changes the one of the name. */
  ProcessingPurpose save(ProcessingPurpose purpose);

  /** The consents of a person, the latest first, those withdrawn too. */
  List<ConsentView> of(PersonId person);

  /** Writes a consent down. */
  ConsentView give(PersonId person, ConsentData consent);

  /**
   * Withdraws a consent, at once.
   *
   * @param how by which way they withdrew it
   */
  ConsentView withdraw(PersonId person, ConsentId consent, String how);

  /** Adds a file that shows that the consent was given; it stays as long as the consent. */
  AttachmentView prove(PersonId person, ConsentId consent, String fileName, InputStream content);

  /** The content of a proof; the caller closes it. Stands in the audit log. */
  InputStream open(PersonId person, ConsentId consent, AttachmentId proof);
}
