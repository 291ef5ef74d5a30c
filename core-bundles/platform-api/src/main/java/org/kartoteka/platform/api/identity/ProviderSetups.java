package org.kartoteka.platform.api.identity;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The identity providers whose bundles are there, in use or not. Needs {@code
 * security.user.manage}; a change needs a recent proof too and stands in the history.
 */
@ProviderType
public interface ProviderSetups {

  /** All, by their ids. */
  List<ProviderSetupView> all();

  /**
   * One of them.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when no bundle brings it
   */
  ProviderSetupView get(String id);

  /**
   * Changes all settings of a provider.
   *
   * @param secret null keeps the present one, an empty one removes it
   * @throws org.kartoteka.platform.api.problem.InvalidInput naming an unknown setting, or what
   *     cannot work or is not safe
   */
  ProviderSetupView change(String id, Map<String, String> settings, String secret);
}
