package org.kartoteka.platform.api.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows people by name and password. Asked by the sign-in for whoever has no password here, on the
 * thread of the request, outside of a transaction, after throttling; an exception other than the
 * named one is a failed sign-in.
 */
@ConsumerType
public interface PasswordProvider extends IdentityProvider {

  /**
   * Who this is.
   *
   * @param password never empty
   * @return empty when there is no such person or the password is wrong
   * @throws org.kartoteka.platform.api.problem.ProviderUnavailable when nobody can tell now
   */
  Optional<Identity> check(String name, String password);
}
