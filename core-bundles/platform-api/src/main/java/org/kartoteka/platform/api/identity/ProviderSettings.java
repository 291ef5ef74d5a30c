package org.kartoteka.platform.api.identity;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How providers are set up. Who changes it decides who gets in: it needs {@code
 * security.user.manage} and a recent proof, and stands in the history.
 */
@ProviderType
public interface ProviderSettings {

  /** The record type under which changes stand in the history. */
  String TYPE = "identity-provider";

  /** The setting that switches a provider on. */
  String IN_USE = "inUse";

  /** The setting that holds the name for people. */
  String TITLE = "title";

  /** The setting by whose number providers are shown and asked, the smallest first. */
  String ORDER = "order";

  /** The settings of a provider, without its secret. For the provider itself; ask no rights. */
  Map<String, String> of(String provider);

  /** The provider's secret, such as a password; it is kept locked. For the provider itself. */
  Optional<String> secret(String provider);

  /**
   * Changes all settings of a provider.
   *
   * @param secret null keeps the present one, an empty one removes it
   */
  void change(String provider, Map<String, String> settings, String secret);

  /** Forgets the settings and the secret of a provider that is removed. */
  void remove(String provider);
}
