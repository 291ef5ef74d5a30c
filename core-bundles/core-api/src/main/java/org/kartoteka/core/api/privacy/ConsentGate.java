package org.kartoteka.core.api.privacy;

import org.kartoteka.core.api.person.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asked by whoever is about to process a person's data for a purpose, each time: a withdrawal holds
 * from its commit on.
 */
@ProviderType
public interface ConsentGate {

  /**
   * Whether it may be done now: the purpose is known and not archived, the processing is not
   * restricted, and where the purpose rests on consent, there is one for the channel that holds.
   */
  boolean mayProcess(PersonId person, String purpose, String channel);
}
