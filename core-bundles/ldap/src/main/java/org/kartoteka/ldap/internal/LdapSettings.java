package org.kartoteka.ldap.internal;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.settings.Installation;

/** How a directory is reached and read, as the administrator has set it up. */
record LdapSettings(Map<String, String> values) {

  static final String IN_USE = ProviderSettings.IN_USE;
  static final String TITLE = ProviderSettings.TITLE;
  static final String URLS = "urls";
  static final String START_TLS = "startTls";
  static final String BIND_DN = "bindDn";
  static final String BASE = "base";
  static final String USER_FILTER = "userFilter";
  static final String NAME = "nameAttribute";
  static final String FULL_NAME = "fullNameAttribute";
  static final String EMAIL = "emailAttribute";
  static final String LANGUAGE = "languageAttribute";
  static final String GROUPS = "groupAttribute";
  static final String GROUP_BASE = "groupBase";
  static final String GROUP_FILTER = "groupFilter";
  static final String SECONDS = "seconds";

  /** What holds where nothing was chosen: a directory of the kind of OpenLDAP. */
  static final Map<String, String> USUAL =
      Map.of(
          TITLE, "LDAP",
          USER_FILTER, "(&(objectClass=person)(|(uid={name})(mail={name})))",
          NAME, "uid",
          FULL_NAME, "cn",
          EMAIL, "mail",
          LANGUAGE, "preferredLanguage",
          GROUPS, "memberOf",
          SECONDS, "5");

  /** All there are. */
  static final Set<String> NAMES =
      Set.of(
          IN_USE,
          TITLE,
          URLS,
          START_TLS,
          ProviderSettings.ORDER,
          TrustedCertificates.PEM,
          TrustedCertificates.FILE,
          BIND_DN,
          BASE,
          USER_FILTER,
          NAME,
          FULL_NAME,
          EMAIL,
          LANGUAGE,
          GROUPS,
          GROUP_BASE,
          GROUP_FILTER,
          SECONDS,
          IdentityRules.NEWCOMERS,
          IdentityRules.ROLES);

  static final int LONGEST_WAIT = 60;

  LdapSettings {
    values = Map.copyOf(values);
  }

  /** One server of the directory. */
  record Server(String host, int port, boolean tls) {}

  String get(String name) {
    String chosen = values.getOrDefault(name, "").strip();
    return chosen.isEmpty() ? USUAL.getOrDefault(name, "") : chosen;
  }

  boolean is(String name) {
    return "true".equals(values.get(name));
  }

  /** How long a connection or an answer may take. */
  Duration patience() {
    try {
      long seconds = Long.parseLong(get(SECONDS));
      return Duration.ofSeconds(Math.max(1, Math.min(LONGEST_WAIT, seconds)));
    } catch (NumberFormatException unreadable) {
      return Duration.ofSeconds(Long.parseLong(USUAL.get(SECONDS)));
    }
  }

  /** The servers, to be tried in this order. */
  List<Server> servers() throws LDAPException {
    List<Server> servers = new ArrayList<>();
    for (String text :
        Arrays.stream(get(URLS).split("[\\s,]+")).filter(t -> !t.isEmpty()).toList()) {
      LDAPURL url = new LDAPURL(text);
      servers.add(new Server(url.getHost(), url.getPort(), url.getScheme().equals("ldaps")));
    }
    return servers;
  }

  /**
   * Whose certificates are believed.
   *
   * @throws InvalidInput when those of the settings cannot be read
   */
  SSLContext trust(Installation installation) {
    try {
      return TrustedCertificates.of(values, installation).context();
    } catch (GeneralSecurityException e) {
      throw new InvalidInput(FieldError.of(TrustedCertificates.PEM, "certificate"));
    }
  }

  /**
   * Refuses what cannot work or is not safe: passwords travel encrypted, except on this machine.
   *
   * @param hasSecret whether there is a password for the bind user
   */
  void check(boolean hasSecret) {
    List<FieldError> errors = new ArrayList<>();
    checkServers(errors);
    if (!DN.isValidDN(get(BASE)) || get(BASE).isEmpty()) {
      errors.add(FieldError.of(BASE, "distinguishedName"));
    }
    if (!DN.isValidDN(get(BIND_DN))) {
      errors.add(FieldError.of(BIND_DN, "distinguishedName"));
    } else if (!get(BIND_DN).isEmpty() && !hasSecret) {
      errors.add(FieldError.of("secret", "required"));
    }
    checkFilter(USER_FILTER, "{name}", errors);
    if (!get(GROUP_BASE).isEmpty()) {
      checkFilter(GROUP_FILTER, "{dn}", errors);
      if (!DN.isValidDN(get(GROUP_BASE))) {
        errors.add(FieldError.of(GROUP_BASE, "distinguishedName"));
      }
    }
    InvalidInput.throwIfAny(errors);
  }

  private void checkServers(List<FieldError> errors) {
    try {
      List<Server> servers = servers();
      if (servers.isEmpty()) {
        errors.add(FieldError.of(URLS, "required"));
      }
      if (servers.stream().anyMatch(one -> !one.tls() && !is(START_TLS) && !isHere(one.host()))) {
        errors.add(FieldError.of(URLS, "encryptedLdap"));
      }
    } catch (LDAPException noUrl) {
      errors.add(FieldError.of(URLS, "ldapUrl"));
    }
  }

  private static boolean isHere(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private void checkFilter(String field, String placeholder, List<FieldError> errors) {
    try {
      Filter.create(get(field).replace(placeholder, "x").replace("{name}", "x"));
      if (!get(field).contains(placeholder)) {
        errors.add(
            FieldError.of(
                field, "placeholder", placeholder.substring(1, placeholder.length() - 1)));
      }
    } catch (LDAPException unreadable) {
      errors.add(FieldError.of(field, "ldapFilter"));
    }
  }
}
