package org.kartoteka.oidc.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.ProviderKind;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OpenID providers, each set up for itself. */
@Component
public final class OidcProviders implements ProviderKind {

  /** The id of this kind. */
  public static final String ID = "oidc";

  private static final Logger LOG = LoggerFactory.getLogger(OidcProviders.class);

  private final ProviderSettings settings;
  private final Clock clock;
  private final Installation installation;

  @Activate
  public OidcProviders(
      @Reference ProviderSettings settings,
      @Reference Clock clock,
      @Reference Installation installation) {
    this.settings = settings;
    this.clock = clock;
    this.installation = installation;
  }

  /** What holds where nothing was chosen. */
  public static Map<String, String> usual() {
    return OidcSettings.USUAL;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Set<String> names() {
    return OidcSettings.NAMES;
  }

  @Override
  public IdentityProvider provider(String id) {
    return new OidcProvider(id, settings, clock, installation);
  }

  @Override
  public void check(Map<String, String> values, boolean hasSecret) {
    OidcSettings wanted = new OidcSettings(values);
    wanted.check();
    String issuer = wanted.get(OidcSettings.ISSUER);
    try {
      Metadata.of(issuer, new Webs(installation).of(values));
    } catch (IOException e) {
      LOG.warn("The provider {} cannot be used", issuer, e);
      throw new InvalidInput(
          isStranger(e)
              ? FieldError.of(TrustedCertificates.PEM, "issuerStranger")
              : FieldError.of(OidcSettings.ISSUER, "issuerSilent"));
    }
  }

  /** Whether its certificate is not believed. */
  private static boolean isStranger(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return true;
      }
    }
    return false;
  }
}
