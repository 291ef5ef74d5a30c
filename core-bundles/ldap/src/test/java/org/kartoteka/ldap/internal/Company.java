package org.kartoteka.ldap.internal;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.kartoteka.platform.api.identity.TrustedCertificates;

/** The directory of a company, in memory, over TLS and StartTLS, with a certificate of its own. */
final class Company implements AutoCloseable {

  static final String SERVICE = "cn=kartoteka,ou=services,dc=example,dc=org";
  static final String SERVICE_PASSWORD = "service password";
  static final String PASSWORD = "password of eva";

  private static final String LDIF =
      """
      dn: dc=example,dc=org
      objectClass: domain
      dc: example

      dn: ou=people,dc=example,dc=org
      objectClass: organizationalUnit
      ou: people

      dn: ou=groups,dc=example,dc=org
      objectClass: organizationalUnit
      ou: groups

      dn: ou=services,dc=example,dc=org
      objectClass: organizationalUnit
      ou: services

      dn: cn=kartoteka,ou=services,dc=example,dc=org
      objectClass: person
      cn: kartoteka
      sn: kartoteka
      userPassword: service password

      dn: uid=eva,ou=people,dc=example,dc=org
      objectClass: person
      objectClass: inetOrgPerson
      uid: eva
      cn: Eva Kowalska
      sn: Kowalska
      mail: eva@example.org
      preferredLanguage: pl
      memberOf: cn=Sales,ou=groups,dc=example,dc=org
      userPassword: password of eva

      dn: uid=bob,ou=people,dc=example,dc=org
      objectClass: person
      objectClass: inetOrgPerson
      uid: bob
      uid: twin
      cn: Bob
      sn: Bob
      userPassword: password of bob

      dn: uid=bill,ou=people,dc=example,dc=org
      objectClass: person
      objectClass: inetOrgPerson
      uid: bill
      uid: twin
      cn: Bill
      sn: Bill
      userPassword: password of bob

      dn: cn=Auditors,ou=groups,dc=example,dc=org
      objectClass: groupOfNames
      cn: Auditors
      member: uid=eva,ou=people,dc=example,dc=org
      """;

  private final InMemoryDirectoryServer server;
  private final String certificate;

  /**
   * A directory.
   *
   * @param host for whom its certificate is made out, such as {@code dns:localhost}
   */
  Company(Path folder, String host) throws Exception {
    KeyStore keys = keys(folder.resolve("keys.p12"), host);
    certificate =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
    config.setSchema(null);
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig("plain", null, 0, context.getSocketFactory()),
        InMemoryListenerConfig.createLDAPSConfig(
            "tls", null, 0, context.getServerSocketFactory(), null));
    server = new InMemoryDirectoryServer(config);
    Path ldif = folder.resolve("company.ldif");
    Files.writeString(ldif, LDIF);
    server.importFromLDIF(true, ldif.toFile());
    server.startListening();
  }

  private static KeyStore keys(Path file, String host) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=directory",
                "-ext",
                "san=" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool failed");
    }
    return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
  }

  InMemoryDirectoryServer server() {
    return server;
  }

  /** Settings that reach it over TLS, or over StartTLS. */
  Map<String, String> settings(boolean startTls) {
    Map<String, String> settings = new HashMap<>();
    settings.put(LdapSettings.IN_USE, "true");
    settings.put(
        LdapSettings.URLS,
        startTls
            ? "ldap://localhost:" + server.getListenPort("plain")
            : "ldaps://localhost:" + server.getListenPort("tls"));
    settings.put(LdapSettings.START_TLS, Boolean.toString(startTls));
    settings.put(TrustedCertificates.PEM, certificate);
    settings.put(LdapSettings.BIND_DN, SERVICE);
    settings.put(LdapSettings.BASE, "ou=people,dc=example,dc=org");
    settings.put(LdapSettings.GROUP_BASE, "ou=groups,dc=example,dc=org");
    settings.put(LdapSettings.GROUP_FILTER, "(member={dn})");
    settings.put(LdapSettings.SECONDS, "2");
    return settings;
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
