package org.kartoteka.platform.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Signs people in to a browser, step by step. */
@ProviderType
public interface SignIn {

  /**
   * The first step.
   *
   * @return what comes next; empty when name or password are wrong or the user is blocked
   * @throws org.kartoteka.platform.api.problem.TooManyAttempts when throttled
   */
  Optional<SignInStep> byPassword(String name, String password, Origin origin);

  /**
   * The second step: a code of the authenticator or a recovery code.
   *
   * @return empty when the code is wrong
   * @throws org.kartoteka.platform.api.problem.TooManyAttempts when throttled
   */
  Optional<SignInStep> byCode(SignInStep step, String code);

  /** The step of somebody who has set up his second factor meanwhile, acting as its user. */
  SignInStep afterSetup(SignInStep step);

  /**
   * Opens the session.
   *
   * @throws org.kartoteka.platform.api.problem.SecondFactorNeeded when a step is missing
   */
  SessionId enter(SignInStep step);
}
