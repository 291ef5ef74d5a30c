package org.kartoteka.core.api.privacy;

import java.util.List;
import org.kartoteka.core.api.person.PersonId;
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
}
