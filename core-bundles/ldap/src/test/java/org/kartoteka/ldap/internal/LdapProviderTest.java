package org.kartoteka.ldap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.testing.FakeProviderSettings;

class LdapProviderTest {

  @TempDir private static Path folder;
  private static Company company;

  private final FakeProviderSettings settings = new FakeProviderSettings();
  private final LdapProvider provider = new LdapProvider(settings);

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
    provider.change(company.settings(false), Company.SERVICE_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsWhoHasANameAndAPassword(boolean startTls) {
    provider.change(company.settings(startTls), null);

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
    believingJava.remove(LdapSettings.CERTIFICATES);
    provider.change(believingJava, null);

    assertThrows(ProviderUnavailable.class, () -> provider.check("eva", Company.PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCertificateForAnotherHostIsNotBelieved(boolean startTls, @TempDir Path other)
      throws Exception {
    try (Company stranger = new Company(other, "dns:another.example.org")) {
      provider.change(stranger.settings(startTls), null);

      assertThrows(ProviderUnavailable.class, () -> provider.check("eva", Company.PASSWORD));
    }
  }

  @Test
  void aDirectoryThatIsSilentIsGivenUpSoon() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      Map<String, String> values = company.settings(false);
      values.put(LdapSettings.URLS, "ldaps://127.0.0.1:" + silent.getLocalPort());
      provider.change(values, null);

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
    provider.change(values, null);

    assertTrue(provider.check("eva", Company.PASSWORD).isPresent());
  }

  @Test
  void aWrongPasswordOfTheBindUserIsNobodysFault() {
    provider.change(company.settings(false), "wrong");

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
    assertRefused("certificate", LdapSettings.CERTIFICATES, "no certificate");
  }

  private void assertRefused(String code, String field, String value) {
    Map<String, String> values = company.settings(false);
    values.put(field, value);

    InvalidInput refused = assertThrows(InvalidInput.class, () -> provider.change(values, null));

    assertEquals(List.of(code), refused.errors().stream().map(FieldError::code).toList());
    assertEquals(field, refused.errors().get(0).field());
  }

  @Test
  void isInUseOnlyWhenItIsSwitchedOn() {
    assertTrue(provider.isInUse());

    provider.change(Map.of(), null);

    assertFalse(provider.isInUse());
  }
}
