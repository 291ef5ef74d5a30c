package org.kartoteka.ldap.internal;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.kartoteka.platform.api.identity.Identity;

/** A directory as these settings describe it. A connection is made for each question. */
final class Directory {

  /** Subjects are the directory's own ids, which are unique everywhere. */
  static final String ISSUER = "ldap";

  /** Attributes by which directories number their entries: Active Directory, OpenLDAP, 389, IPA. */
  private static final List<String> NUMBERS =
      List.of("objectGUID", "entryUUID", "nsUniqueId", "ipaUniqueID");

  private static final int MOST_GROUPS = 1000;

  private final LdapSettings settings;
  private final String secret;
  private final SSLContext trust;

  /**
   * A directory.
   *
   * @param secret the password of the bind user; null when it is asked anonymously
   * @param trust whose certificates are believed
   */
  Directory(LdapSettings settings, String secret, SSLContext trust) {
    this.settings = settings;
    this.secret = secret;
    this.trust = trust;
  }

  /**
   * Who has this name and password.
   *
   * @throws LDAPException when the directory does not answer
   */
  Optional<Identity> check(String name, String password) throws LDAPException {
    try (LDAPConnection connection = connect()) {
      Optional<SearchResultEntry> entry = find(connection, name);
      return entry.isPresent() && isRight(entry.get().getDN(), password)
          ? Optional.of(identity(connection, entry.get(), name))
          : Optional.empty();
    }
  }

  /** Who has this name, without any password; to try the settings out. */
  Optional<Identity> look(String name) throws LDAPException {
    try (LDAPConnection connection = connect()) {
      Optional<SearchResultEntry> entry = find(connection, name);
      return entry.isPresent()
          ? Optional.of(identity(connection, entry.get(), name))
          : Optional.empty();
    }
  }

  /** A connection on which the bind user is signed in. */
  private LDAPConnection connect() throws LDAPException {
    LDAPConnection connection = open();
    try {
      String user = settings.get(LdapSettings.BIND_DN);
      if (!user.isEmpty()) {
        connection.bind(user, secret == null ? "" : secret);
      }
      return connection;
    } catch (LDAPException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection to the first server that answers. */
  private LDAPConnection open() throws LDAPException {
    LDAPException last = new LDAPException(ResultCode.CONNECT_ERROR);
    for (LdapSettings.Server server : settings.servers()) {
      try {
        return open(server);
      } catch (LDAPException e) {
        last = e;
      }
    }
    throw last;
  }

  private LDAPConnection open(LdapSettings.Server server) throws LDAPException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis((int) settings.patience().toMillis());
    options.setResponseTimeoutMillis(settings.patience().toMillis());
    options.setFollowReferrals(false);
    options.setUseSynchronousMode(true);
    options.setBindWithDNRequiresPassword(true);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    if (server.tls()) {
      PatientSockets sockets = new PatientSockets(trust.getSocketFactory(), settings.patience());
      return new LDAPConnection(sockets, options, server.host(), server.port());
    }
    LDAPConnection connection = new LDAPConnection(options, server.host(), server.port());
    if (settings.is(LdapSettings.START_TLS)) {
      startTls(connection);
    }
    return connection;
  }

  private void startTls(LDAPConnection connection) throws LDAPException {
    try {
      ExtendedResult answer =
          connection.processExtendedOperation(new StartTLSExtendedRequest(trust));
      if (!answer.getResultCode().equals(ResultCode.SUCCESS)) {
        throw new LDAPException(answer);
      }
    } catch (LDAPException e) {
      connection.close();
      throw e;
    }
  }

  /** The one entry of that name; nothing when there are several: one of them would be wrong. */
  private Optional<SearchResultEntry> find(LDAPConnection connection, String name)
      throws LDAPException {
    String filter =
        settings.get(LdapSettings.USER_FILTER).replace("{name}", Filter.encodeValue(name));
    SearchRequest request =
        new SearchRequest(
            settings.get(LdapSettings.BASE), SearchScope.SUB, Filter.create(filter), attributes());
    request.setSizeLimit(2);
    List<SearchResultEntry> found = search(connection, request);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private String[] attributes() {
    Set<String> names = new HashSet<>(NUMBERS);
    List.of(
            LdapSettings.NAME,
            LdapSettings.FULL_NAME,
            LdapSettings.EMAIL,
            LdapSettings.LANGUAGE,
            LdapSettings.GROUPS)
        .forEach(one -> names.add(settings.get(one)));
    return names.toArray(String[]::new);
  }

  private static List<SearchResultEntry> search(LDAPConnection connection, SearchRequest request)
      throws LDAPException {
    try {
      return connection.search(request).getSearchEntries();
    } catch (LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        return e.getSearchEntries();
      }
      if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
        return List.of();
      }
      throw e;
    }
  }

  /** A connection of its own: nothing is ever asked with the rights of whoever signs in. */
  private boolean isRight(String dn, String password) throws LDAPException {
    if (password.isEmpty()) {
      return false;
    }
    try (LDAPConnection own = open()) {
      return own.bind(dn, password).getResultCode().equals(ResultCode.SUCCESS);
    } catch (LDAPException e) {
      if (!e.getResultCode().isConnectionUsable()) {
        throw e;
      }
      return false;
    }
  }

  private Identity identity(LDAPConnection connection, SearchResultEntry entry, String typed)
      throws LDAPException {
    String name = value(entry, LdapSettings.NAME);
    return new Identity(
        ISSUER,
        subject(entry),
        name == null ? typed : name,
        value(entry, LdapSettings.FULL_NAME),
        value(entry, LdapSettings.EMAIL),
        true,
        value(entry, LdapSettings.LANGUAGE),
        groups(connection, entry, typed),
        false);
  }

  private String value(SearchResultEntry entry, String setting) {
    return entry.getAttributeValue(settings.get(setting));
  }

  private static String subject(SearchResultEntry entry) throws LDAPException {
    for (String number : NUMBERS) {
      Attribute found = entry.getAttribute(number);
      if (found != null && found.hasValue()) {
        return number.equals(NUMBERS.get(0))
            ? HexFormat.of().formatHex(found.getValueByteArray())
            : found.getValue();
      }
    }
    return new DN(entry.getDN()).toNormalizedString();
  }

  /** Each group by its whole name and by the first part of it. */
  private Set<String> groups(LDAPConnection connection, SearchResultEntry entry, String typed)
      throws LDAPException {
    Set<String> groups = new HashSet<>();
    String[] named = entry.getAttributeValues(settings.get(LdapSettings.GROUPS));
    for (String group : named == null ? new String[0] : named) {
      add(groups, group);
    }
    if (!settings.get(LdapSettings.GROUP_BASE).isEmpty()) {
      String filter =
          settings
              .get(LdapSettings.GROUP_FILTER)
              .replace("{dn}", Filter.encodeValue(entry.getDN()))
              .replace("{name}", Filter.encodeValue(typed));
      SearchRequest request =
          new SearchRequest(
              settings.get(LdapSettings.GROUP_BASE),
              SearchScope.SUB,
              Filter.create(filter),
              SearchRequest.NO_ATTRIBUTES);
      request.setSizeLimit(MOST_GROUPS);
      search(connection, request).forEach(group -> add(groups, group.getDN()));
    }
    return groups;
  }

  private static void add(Set<String> groups, String group) {
    groups.add(group);
    if (DN.isValidDN(group)) {
      try {
        DN name = new DN(group);
        if (!name.isNullDN()) {
          groups.add(name.toNormalizedString());
          groups.add(name.getRDN().getAttributeValues()[0]);
        }
      } catch (LDAPException noName) {
        // Then the group is known by its whole text alone.
      }
    }
  }
}
