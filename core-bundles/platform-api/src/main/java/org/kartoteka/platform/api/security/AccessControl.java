package org.kartoteka.platform.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** Answers whether the current user may do a thing. */
@ProviderType
public interface AccessControl {

  /** Whether the current user has the permission. */
  boolean may(String permission);

  /**
   * Lets only those pass who have the permission.
   *
   * @throws org.kartoteka.platform.api.problem.Forbidden when the user lacks it
   * @throws org.kartoteka.platform.api.problem.NotSignedIn when nobody is signed in
   */
  void require(String permission);
}
