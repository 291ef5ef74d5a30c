package org.kartoteka.platform.api.security;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Finds out who somebody is. Safe for use by several threads; no transaction needed. */
@ProviderType
public interface Authentication {

  /**
   * The user with this name and password, for a program that sends both with each call.
   *
   * @return empty when name or password are wrong or the user is blocked
   * @throws org.kartoteka.platform.api.problem.TooManyAttempts when throttled
   * @throws org.kartoteka.platform.api.problem.SecondFactorNeeded when the user has, or must have,
   *     a second factor: his programs need a token
   * @throws org.kartoteka.platform.api.problem.PasswordChangeNeeded when the password is a
   *     temporary one
   */
  Optional<User> byPassword(String name, String password, String address);

  /**
   * The user of an API token; empty when it is unknown, revoked or expired.
   *
   * @throws org.kartoteka.platform.api.problem.TooManyRequests when the token was used too often,
   *     from whatever address
   */
  Optional<User> byToken(String token);

  /** The user as he is now; empty when blocked or gone. For sessions that live long. */
  Optional<User> refresh(UserId id);

  /** Changes the current user's password; his other sessions end. */
  void changeOwnPassword(String present, String next);

  /** Keeps the current user's language. */
  void chooseLanguage(Locale locale);
}
