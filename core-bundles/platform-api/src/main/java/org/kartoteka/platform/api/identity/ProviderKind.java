package org.kartoteka.platform.api.identity;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of providers, of which an administrator sets up as many as there are directories or OpenID
 * providers. Offered as a service by the bundle that knows how to ask them; while it is away, its
 * providers are too, and their settings are kept.
 */
@ConsumerType
public interface ProviderKind {

  /** The short name of the kind, such as {@code ldap}. */
  String id();

  /** The names of the settings, those of {@link ProviderSettings} and {@link IdentityRules} too. */
  Set<String> names();

  /**
   * A provider of this kind. It reads its {@link ProviderSettings} whenever it is asked, as they
   * may have changed.
   *
   * @param id the short name of the provider, under which its settings are
   * @return a {@link PasswordProvider} or a {@link RedirectProvider}
   */
  IdentityProvider provider(String id);

  /**
   * Refuses settings of a provider in use that cannot work or are not safe. May ask the provider;
   * called outside of a transaction.
   *
   * @param hasSecret whether there will be a secret
   * @throws org.kartoteka.platform.api.problem.InvalidInput naming the settings
   * @throws org.kartoteka.platform.api.problem.ProviderUnavailable when it does not answer
   */
  void check(Map<String, String> settings, boolean hasSecret);
}
