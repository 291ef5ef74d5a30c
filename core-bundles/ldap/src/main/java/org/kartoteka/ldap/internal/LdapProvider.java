package org.kartoteka.ldap.internal;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Optional;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.PasswordProvider;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.settings.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a directory of the company about people. */
final class LdapProvider implements PasswordProvider {

  private static final Logger LOG = LoggerFactory.getLogger(LdapProvider.class);

  private final String id;
  private final ProviderSettings settings;
  private final Installation installation;

  LdapProvider(String id, ProviderSettings settings, Installation installation) {
    this.id = id;
    this.settings = settings;
    this.installation = installation;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return present().get(LdapSettings.TITLE);
  }

  @Override
  public boolean isInUse() {
    return present().is(LdapSettings.IN_USE);
  }

  @Override
  public IdentityRules rules() {
    return IdentityRules.of(settings.of(id));
  }

  @Override
  public Optional<Identity> check(String name, String password) {
    LdapSettings present = present();
    try {
      return new Directory(present, settings.secret(id).orElse(null), present.trust(installation))
          .check(name, password);
    } catch (LDAPException | InvalidInput e) {
      LOG.warn("The directory {} does not answer", present.get(LdapSettings.URLS), e);
      throw new ProviderUnavailable(present.get(LdapSettings.TITLE), e);
    }
  }

  private LdapSettings present() {
    return new LdapSettings(settings.of(id));
  }
}
