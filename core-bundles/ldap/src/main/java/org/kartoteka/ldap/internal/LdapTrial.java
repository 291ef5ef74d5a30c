package org.kartoteka.ldap.internal;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tries settings out before they hold. Needs a recent proof, as it may send the kept password to
 * another server.
 */
@Component(service = LdapTrial.class)
public final class LdapTrial {

  private static final String MANAGE_USERS = "security.user.manage";

  private final ProviderSettings kept;
  private final AccessControl access;
  private final RecentProof proof;
  private final Installation installation;

  @Activate
  public LdapTrial(
      @Reference ProviderSettings kept,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference Installation installation) {
    this.installation = installation;
    this.kept = kept;
    this.access = access;
    this.proof = proof;
  }

  /**
   * Looks somebody up.
   *
   * @param provider the id of the provider whose secret may be kept; null for a new one
   * @param secret the password of the bind user; null for the kept one
   * @param password his password, to be tried too; empty to look him up only
   * @return empty when nobody, or more than one, has the name, or the password is wrong
   * @throws Refused with what the directory says, when it cannot be asked
   */
  public Optional<Identity> of(
      String provider, Map<String, String> settings, String secret, String name, String password) {
    access.require(MANAGE_USERS);
    proof.requireRecent();
    LdapSettings wanted = new LdapSettings(settings);
    String present =
        secret == null && provider != null ? kept.secret(provider).orElse(null) : secret;
    wanted.check(present != null);
    Directory directory = new Directory(wanted, present, wanted.trust(installation));
    try {
      return password.isEmpty() ? directory.look(name) : directory.check(name, password);
    } catch (LDAPException e) {
      throw new Refused("ldap.trial.failed", e.getResultCode().getName(), e.getMessage());
    }
  }
}
