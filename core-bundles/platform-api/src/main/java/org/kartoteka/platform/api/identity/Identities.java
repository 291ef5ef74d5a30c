package org.kartoteka.platform.api.identity;

import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which users are known elsewhere. Such a user has no password here: a provider alone says who he
 * is. Acts on others need {@code security.user.manage}.
 */
@ProviderType
public interface Identities {

  /** The providers that are in use. */
  List<ProviderView> providers();

  /** By whom the current user is known; empty when he has a password here. */
  Optional<IdentityView> mine();

  /** By whom a user is known. */
  Optional<IdentityView> of(UserId user);

  /**
   * From now on a provider says who this user is: his password ends, and his sessions. At his first
   * sign-in he is known by the subject; without one by the same sign-in name, or by a proved e-mail
   * where the provider's rules allow it.
   *
   * @param subject may be null
   * @throws org.kartoteka.platform.api.problem.Refused for the last administrator with a password
   */
  IdentityView assign(UserId user, String provider, String subject);

  /** The provider knows him no more; he needs a password then. */
  void release(UserId user);
}
