package org.kartoteka.platform.api.identity;

import java.util.List;
import java.util.Map;

/**
 * A provider as an administrator sees it.
 *
 * @param kind such as {@code ldap} or {@code oidc}
 * @param settings what was chosen; choices are {@code true} or {@code false}
 * @param hasSecret whether there is a secret, which is never shown
 * @param certificates those that are believed in the place of those of Java; empty also when they
 *     cannot be read
 */
public record ProviderSetupView(
    String id,
    String kind,
    String title,
    boolean inUse,
    Map<String, String> settings,
    boolean hasSecret,
    List<TrustedCertificate> certificates) {

  public ProviderSetupView {
    settings = Map.copyOf(settings);
    certificates = List.copyOf(certificates);
  }
}
