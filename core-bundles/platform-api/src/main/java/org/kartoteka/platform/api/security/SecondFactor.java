package org.kartoteka.platform.api.security;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The second factor of users: codes of an authenticator (RFC 6238), and recovery codes for the day
 * it is lost. Acts on the own one need a recent proof in person.
 */
@ProviderType
public interface SecondFactor {

  /** How the current user stands. */
  SecondFactorView mine();

  /** Proposes a secret to the current user, who has no second factor yet. */
  SecondFactorProposal propose();

  /**
   * Sets up what was proposed, when the code shows that the authenticator knows it.
   *
   * @return the recovery codes, shown once
   */
  List<String> confirm(String code);

  /** New recovery codes for the current user; the old ones end. */
  List<String> renewRecoveryCodes();

  /** Removes the current user's; refused when his roles demand one. */
  void remove();

  /** How a user stands. Needs {@code security.user.manage}. */
  SecondFactorView of(UserId user);

  /** Removes a user's, who has lost it. Needs {@code security.user.manage}. */
  void reset(UserId user);

  /** The roles whose users must have one. */
  Set<String> demandingRoles();

  /** Chooses these roles. Needs {@code security.user.manage}. */
  void demandFrom(Set<String> roles);
}
