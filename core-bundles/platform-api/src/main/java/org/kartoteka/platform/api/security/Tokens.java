package org.kartoteka.platform.api.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Tokens by which programs act in somebody's name through the HTTP API. */
@ProviderType
public interface Tokens {

  /**
   * Issues a token for the current user, who must have proved lately who he is.
   *
   * @return the token itself, shown once
   */
  String issue(IssueToken order);

  /** The tokens of the current user. */
  List<TokenView> mine();

  /** The tokens of a user. Needs {@code security.user.manage}. */
  List<TokenView> of(UserId user);

  /** Revokes a token: an own one, or with {@code security.user.manage} anybody's. */
  void revoke(long id);
}
