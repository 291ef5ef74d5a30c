package org.kartoteka.platform.api.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Guards dangerous acts: whoever does them must have proved lately who he is, so that a browser
 * left open is not enough. The platform itself always passes.
 */
@ProviderType
public interface RecentProof {

  /**
   * Lets those pass who proved who they are with this call or lately. A token passes: what it may
   * do was chosen under proof.
   *
   * @throws org.kartoteka.platform.api.problem.ProofNeeded when the proof is too old
   */
  void requireRecent();

  /**
   * As {@link #requireRecent()}, for acts on the own account: a token does not pass.
   *
   * @throws org.kartoteka.platform.api.problem.ProofNeeded when the proof is too old or missing
   */
  void requireInPerson();
}
