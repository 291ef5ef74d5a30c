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
   * The step of somebody who chooses a password of his own instead of the temporary one.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when it is too weak or the same again
   */
  SignInStep choosePassword(SignInStep step, String password);

  /**
   * Opens the session.
   *
   * @throws org.kartoteka.platform.api.problem.SecondFactorNeeded when a step of it is missing
   * @throws org.kartoteka.platform.api.problem.PasswordChangeNeeded when the password is still the
   *     temporary one
   */
  SessionId enter(SignInStep step);
}
