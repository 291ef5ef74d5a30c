package org.kartoteka.ldap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.testing.FakeProviderSettings;

class LdapProviderTest {

  @TempDir private static Path folder;
  private static Company company;

  private final FakeProviderSettings settings = new FakeProviderSettings();
  private final LdapProviders kind = new LdapProviders(settings, new Etc());
  private final LdapProvider provider = (LdapProvider) kind.provider("company");

  @BeforeAll
  static void open() throws Exception {
    company = new Company(folder, "dns:localhost");
  }

  @AfterAll
  static void close() {
    company.close();
  }

  @BeforeEach
  void setUp() {
    change(company.settings(false), Company.SERVICE_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsWhoHasANameAndAPassword(boolean startTls) {
    change(company.settings(startTls), null);

    Identity eva = provider.check("eva", Company.PASSWORD).orElseThrow();

    assertEquals("eva", eva.name());
    assertEquals("Eva Kowalska", eva.fullName());
    assertEquals("eva@example.org", eva.email());
    assertEquals("pl", eva.language());
    assertTrue(eva.groups().contains("Sales"), "memberOf");
    assertTrue(eva.groups().contains("cn=sales,ou=groups,dc=example,dc=org"));
    assertTrue(eva.groups().contains("Auditors"), "searched");
    assertEquals(
        eva.subject(), provider.check("eva@example.org", Company.PASSWORD).orElseThrow().subject());
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreNobody() {
    assertTrue(provider.check("eva", "wrong").isEmpty());
    assertTrue(provider.check("nobody", Company.PASSWORD).isEmpty());
    assertTrue(provider.check("twin", "password of bob").isEmpty(), "two have this name");
  }

  /** Many directories take a name without a password for an anonymous visitor, and say yes. */
  @Test
  void anEmptyPasswordIsNeverRight() {
    assertTrue(provider.check("eva", "").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "e*",
        "eva)(uid=*",
        "*)(objectClass=*",
        "eva)(|(uid=*",
        "x)(mail=*))(|(uid=eva",
        "eva\0",
        "\\65va",
        "",
        ")"
      })
  void aNameIsNothingButAName(String name) {
    assertTrue(provider.check(name, Company.PASSWORD).isEmpty());
    assertTrue(provider.check(name, "password of bob").isEmpty());
  }

  @Test
  void aCertificateOfNobodyKnownIsNotBelieved() {
    Map<String, String> believingJava = company.settings(false);
    believingJava.remove(TrustedCertificates.PEM);
    change(believingJava, null);

    assertThrows(ProviderUnavailable.class, () -> provider.check("eva", Company.PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCertificateForAnotherHostIsNotBelieved(boolean startTls, @TempDir Path other)
      throws Exception {
    try (Company stranger = new Company(other, "dns:another.example.org")) {
      change(stranger.settings(startTls), null);

      assertThrows(ProviderUnavailable.class, () -> provider.check("eva", Company.PASSWORD));
    }
  }

  @Test
  void aDirectoryThatIsSilentIsGivenUpSoon() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      Map<String, String> values = company.settings(false);
      values.put(LdapSettings.URLS, "ldaps://127.0.0.1:" + silent.getLocalPort());
      change(values, null);

      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThrows(
                  ProviderUnavailable.class, () -> provider.check("eva", Company.PASSWORD)));
    }
  }

  @Test
  void theNextServerIsAskedWhenOneIsAway() {
    Map<String, String> values = company.settings(false);
    values.put(LdapSettings.URLS, "ldaps://127.0.0.1:1 " + values.get(LdapSettings.URLS));
    change(values, null);

    assertTrue(provider.check("eva", Company.PASSWORD).isPresent());
  }

  @Test
  void aWrongPasswordOfTheBindUserIsNobodysFault() {
    change(company.settings(false), "wrong");

    assertThrows(ProviderUnavailable.class, () -> provider.check("eva", Company.PASSWORD));
  }

  @Test
  void whatIsNotSafeOrCannotWorkIsRefused() {
    assertRefused("encryptedLdap", LdapSettings.URLS, "ldap://192.0.2.1");
    assertRefused("ldapUrl", LdapSettings.URLS, "https://ldap.example.org");
    assertRefused("required", LdapSettings.URLS, " ");
    assertRefused("distinguishedName", LdapSettings.BASE, "people");
    assertRefused("ldapFilter", LdapSettings.USER_FILTER, "(uid={name}");
    assertRefused("placeholder", LdapSettings.USER_FILTER, "(uid=eva)");
    assertRefused("placeholder", LdapSettings.GROUP_FILTER, "(member=me)");
  }

  private void assertRefused(String code, String field, String value) {
    Map<String, String> values = company.settings(false);
    values.put(field, value);

    InvalidInput refused = assertThrows(InvalidInput.class, () -> change(values, null));

    assertEquals(List.of(code), refused.errors().stream().map(FieldError::code).toList());
    assertEquals(field, refused.errors().get(0).field());
  }

  @Test
  void theCertificateMayLieInAFile() throws IOException {
    Map<String, String> values = company.settings(false);
    Files.writeString(folder.resolve("company.pem"), values.remove(TrustedCertificates.PEM));
    values.put(TrustedCertificates.FILE, "company.pem");
    change(values, null);
    assertTrue(provider.check("eva", Company.PASSWORD).isPresent());

    Files.delete(folder.resolve("company.pem"));
    assertThrows(ProviderUnavailable.class, () -> provider.check("eva", Company.PASSWORD));
  }

  private void change(Map<String, String> values, String secret) {
    boolean kept = secret == null && settings.secret("company").isPresent();
    if ("true".equals(values.get(LdapSettings.IN_USE))) {
      kind.check(values, kept || secret != null && !secret.isEmpty());
    }
    settings.change("company", values, secret);
  }

  private record Etc() implements Installation {

    @Override
    public Path folder(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> startSetting(String name) {
      return Optional.of(folder.toString());
    }
  }

  @Test
  void isInUseOnlyWhenItIsSwitchedOn() {
    assertTrue(provider.isInUse());

    change(Map.of(), null);

    assertFalse(provider.isInUse());
  }
}
