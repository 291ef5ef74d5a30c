package org.kartoteka.platform.api.identity;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Somebody else who knows people. When its bundle leaves, those whom it knows cannot sign in until
 * it comes back; their sessions and tokens live on.
 */
@ConsumerType
public interface IdentityProvider {

  /** The short name by which users and settings refer to it, such as {@code ldap}. */
  String id();

  /** The name for people, as the administrator has chosen it. */
  String title();

  /** Whether it is set up and switched on; asked before anything else, each time. */
  boolean isInUse();

  /** Who of those it knows may come in, and as what. */
  IdentityRules rules();
}
