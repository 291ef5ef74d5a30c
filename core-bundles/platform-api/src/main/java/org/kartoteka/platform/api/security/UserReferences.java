package org.kartoteka.platform.api.security;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Records that name users. Registered as a service by every bundle that keeps such records, so that
 * no user is removed whom somebody's record still names.
 *
 * <p>Called when an import of users is taken back, on its thread and within its transaction, once a
 * user; an exception leaves the user where he is. While a feature is stopped no user is removed.
 */
@ConsumerType
public interface UserReferences {

  /** Whether any record names the user. */
  boolean anyTo(UserId user);
}
