package org.kartoteka.platform.api.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The circles of records of the current user. What a circle means for a record decides the bundle
 * that keeps it; records of parties: {@code org.kartoteka.core.api.party.PartyScope}. Safe for use
 * by several threads, cheap enough to be asked for each call; a change of roles, groups or branches
 * holds at once.
 */
@ProviderType
public interface RecordScopes {

  /**
   * What the action of the current user reaches. Administrators and the system itself reach all.
   *
   * @throws org.kartoteka.platform.api.problem.NotSignedIn when nobody is signed in
   */
  RecordScope of(RecordAction action);
}
