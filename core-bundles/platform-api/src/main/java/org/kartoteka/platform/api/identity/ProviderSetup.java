package org.kartoteka.platform.api.identity;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** How a provider is set up; registered as a service by its bundle, beside the provider itself. */
@ConsumerType
public interface ProviderSetup extends IdentityProvider {

  /** The names of its settings, those of {@link IdentityRules} among them. */
  Set<String> names();

  /** The settings as they are; what was not chosen is left out. Asks no rights. */
  Map<String, String> values();

  /** Whether there is a secret, such as the password of the bind user. */
  boolean hasSecret();

  /**
   * Changes all settings; those of a provider in use have to work.
   *
   * @param secret null keeps the present one, an empty one removes it
   * @throws org.kartoteka.platform.api.problem.InvalidInput naming what cannot work or is not safe
   */
  void change(Map<String, String> values, String secret);
}
