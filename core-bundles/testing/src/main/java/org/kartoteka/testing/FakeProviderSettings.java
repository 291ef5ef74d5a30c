package org.kartoteka.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.identity.ProviderSettings;

/** Settings of providers in memory. */
public final class FakeProviderSettings implements ProviderSettings {

  private final Map<String, Map<String, String>> settings = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();

  @Override
  public Map<String, String> of(String provider) {
    return settings.getOrDefault(provider, Map.of());
  }

  @Override
  public Optional<String> secret(String provider) {
    return Optional.ofNullable(secrets.get(provider));
  }

  @Override
  public void change(String provider, Map<String, String> wanted, String secret) {
    settings.put(provider, Map.copyOf(wanted));
    if (secret != null) {
      secrets.put(provider, secret);
    }
  }

  @Override
  public void remove(String provider) {
    settings.remove(provider);
    secrets.remove(provider);
  }
}
