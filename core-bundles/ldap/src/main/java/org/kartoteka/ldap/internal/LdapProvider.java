package org.kartoteka.ldap.internal;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.PasswordProvider;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.ProviderSetup;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the directory of the company about people. */
@Component(service = {PasswordProvider.class, ProviderSetup.class, LdapProvider.class})
public final class LdapProvider implements PasswordProvider, ProviderSetup {

  /** The id of this provider. */
  public static final String ID = "ldap";

  private static final Logger LOG = LoggerFactory.getLogger(LdapProvider.class);

  private final ProviderSettings settings;

  @Activate
  public LdapProvider(@Reference ProviderSettings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return ID;
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
    return IdentityRules.of(settings.of(ID));
  }

  @Override
  public Optional<Identity> check(String name, String password) {
    LdapSettings present = present();
    try {
      return new Directory(present, settings.secret(ID).orElse(null)).check(name, password);
    } catch (LDAPException e) {
      LOG.warn("The directory {} does not answer", present.get(LdapSettings.URLS), e);
      throw new ProviderUnavailable(present.get(LdapSettings.TITLE), e);
    }
  }

  private LdapSettings present() {
    return new LdapSettings(settings.of(ID));
  }

  /** What holds where nothing was chosen. */
  public static Map<String, String> usual() {
    return LdapSettings.USUAL;
  }

  @Override
  public Set<String> names() {
    return LdapSettings.NAMES;
  }

  @Override
  public Map<String, String> values() {
    return settings.of(ID);
  }

  @Override
  public boolean hasSecret() {
    return settings.secret(ID).isPresent();
  }

  @Override
  public void change(Map<String, String> values, String secret) {
    if ("true".equals(values.get(LdapSettings.IN_USE))) {
      new LdapSettings(values).check(secret == null ? hasSecret() : !secret.isEmpty());
    }
    settings.change(ID, values, secret);
  }
}
