package org.kartoteka.ldap.internal;

import java.util.Map;
import java.util.Set;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.ProviderKind;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Directories, each set up for itself: several domains are asked one after the other. */
@Component
public final class LdapProviders implements ProviderKind {

  /** The id of this kind. */
  public static final String ID = "ldap";

  private final ProviderSettings settings;
  private final Installation installation;

  @Activate
  public LdapProviders(@Reference ProviderSettings settings, @Reference Installation installation) {
    this.settings = settings;
    this.installation = installation;
  }

  /** What holds where nothing was chosen. */
  public static Map<String, String> usual() {
    return LdapSettings.USUAL;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Set<String> names() {
    return LdapSettings.NAMES;
  }

  @Override
  public IdentityProvider provider(String id) {
    return new LdapProvider(id, settings, installation);
  }

  @Override
  public void check(Map<String, String> values, boolean hasSecret) {
    new LdapSettings(values).check(hasSecret);
  }
}
