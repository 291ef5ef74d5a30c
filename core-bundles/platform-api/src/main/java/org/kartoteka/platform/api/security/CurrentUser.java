package org.kartoteka.platform.api.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Who acts on this thread. */
@ProviderType
public interface CurrentUser {

  /** The user of this thread; empty when nobody is signed in. */
  Optional<User> user();

  /**
   * The user of this thread.
   *
   * @throws org.kartoteka.platform.api.problem.NotSignedIn when nobody is signed in
   */
  User require();

  /** Runs the work as the given user on this thread; the one before acts again afterwards. */
  <T> T runAs(User user, Supplier<T> work);
}
