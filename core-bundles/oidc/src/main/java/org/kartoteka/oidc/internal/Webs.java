package org.kartoteka.oidc.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.settings.Installation;

/** The way to a provider that believes the certificates of its settings, as they are now. */
final class Webs {

  private final Installation installation;
  private volatile Made made;

  private record Made(TrustedCertificates trusted, Web web) {}

  Webs(Installation installation) {
    this.installation = installation;
  }

  /**
   * The way as these settings want it; the one before as long as they want the same.
   *
   * @throws IOException when the certificates cannot be read
   */
  Web of(Map<String, String> settings) throws IOException {
    try {
      TrustedCertificates trusted = TrustedCertificates.of(settings, installation);
      Made before = made;
      if (before != null && before.trusted().equals(trusted)) {
        return before.web();
      }
      Web web = new Web(trusted.context());
      made = new Made(trusted, web);
      return web;
    } catch (InvalidInput | GeneralSecurityException e) {
      throw new IOException("The certificates to believe cannot be read", e);
    }
  }
}
