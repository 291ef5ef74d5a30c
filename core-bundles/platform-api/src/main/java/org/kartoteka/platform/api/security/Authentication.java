package org.kartoteka.platform.api.security;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Finds out who somebody is. Safe for use by several threads; no transaction needed. */
@ProviderType
public interface Authentication {

  /**
   * The user with this name and password.
   *
   * @param address the network address of the caller, for throttling
   * @return empty when name or password are wrong or the user is blocked
   * @throws org.kartoteka.platform.api.problem.TooManyAttempts when throttled
   */
  Optional<User> byPassword(String name, String password, String address);

  /** The user of an API token; empty when it is unknown, revoked or expired. */
  Optional<User> byToken(String token);

  /** The user as he is now; empty when blocked or gone. For sessions that live long. */
  Optional<User> refresh(UserId id);

  /** Changes the current user's password. */
  void changeOwnPassword(String present, String next);

  /** Keeps the current user's language. */
  void chooseLanguage(Locale locale);

  /**
   * Issues an API token for the current user.
   *
   * @return the token itself, shown once
   */
  String issueToken(String name, Duration validity);

  /** The tokens of the current user. */
  List<TokenView> tokens();

  /** Revokes a token of the current user. */
  void revokeToken(long id);
}
