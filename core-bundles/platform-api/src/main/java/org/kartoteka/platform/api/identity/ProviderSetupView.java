package org.kartoteka.platform.api.identity;

import java.util.Map;

/**
 * A provider as an administrator sees it.
 *
 * @param settings what was chosen; choices are {@code true} or {@code false}
 * @param hasSecret whether there is a secret, which is never shown
 */
public record ProviderSetupView(
    String id, String title, boolean inUse, Map<String, String> settings, boolean hasSecret) {

  public ProviderSetupView {
    settings = Map.copyOf(settings);
  }
}
