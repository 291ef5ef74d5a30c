package org.kartoteka.platform.api.identity;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The identity providers that were set up, in use or not; those of a stopped bundle are missing.
 * Needs {@code security.user.manage}; a change needs a recent proof too and stands in the history.
 * Nobody changes a provider that knows somebody who has more than he himself, and nobody maps a
 * group to a role that is more than he has.
 */
@ProviderType
public interface ProviderSetups {

  /** All, in the order in which they are shown and asked. */
  List<ProviderSetupView> all();

  /**
   * One of them.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none of that id
   */
  ProviderSetupView get(String id);

  /**
   * Adds a provider.
   *
   * @param id its short name for good: small letters, digits and hyphens, at most 40
   * @param kind the id of a {@link ProviderKind}
   * @param secret may be null
   * @throws org.kartoteka.platform.api.problem.InvalidInput naming what is taken, unknown, cannot
   *     work or is not safe
   */
  ProviderSetupView add(String id, String kind, Map<String, String> settings, String secret);

  /**
   * Changes all settings of a provider.
   *
   * @param secret null keeps the present one, an empty one removes it
   * @throws org.kartoteka.platform.api.problem.InvalidInput naming an unknown setting, or what
   *     cannot work or is not safe
   */
  ProviderSetupView change(String id, Map<String, String> settings, String secret);

  /**
   * Removes a provider with its settings.
   *
   * @throws org.kartoteka.platform.api.problem.Refused while users sign in by it
   */
  void remove(String id);
}
