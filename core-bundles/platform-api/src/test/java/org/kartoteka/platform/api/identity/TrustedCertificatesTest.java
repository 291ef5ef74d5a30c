package org.kartoteka.platform.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.settings.Installation;

class TrustedCertificatesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path etc;

  @Test
  void are_told_with_the_day_on_which_they_run_out() throws IOException {
    TrustedCertificates both = of(Map.of(TrustedCertificates.PEM, pem("company-ca", "former-ca")));

    assertEquals(
        List.of("CN=Company CA,O=Company", "CN=Former CA,O=Company"),
        both.views().stream().map(TrustedCertificate::subject).toList());
    assertEquals(Instant.parse("2020-01-01T07:32:42Z"), both.views().get(1).validUntil());
  }

  @Test
  void of_nobody_are_none() {
    assertEquals(List.of(), of(Map.of()).certificates());
  }

  @Test
  void may_lie_in_a_file_that_is_read_each_time() throws IOException {
    Map<String, String> settings = Map.of(TrustedCertificates.FILE, "ca.pem");
    assertCode("certificateFileMissing", TrustedCertificates.FILE, () -> of(settings));

    Files.writeString(etc.resolve("ca.pem"), pem("company-ca"));
    assertEquals(1, of(settings).certificates().size());
    Files.writeString(etc.resolve("ca.pem"), pem("company-ca", "former-ca"));
    assertEquals(2, of(settings).certificates().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../ca.pem", "/ca.pem", "sub/ca.pem", "users.properties", ".pem", "ca"})
  void a_file_is_one_of_its_folder_and_looks_like_certificates(String name) throws IOException {
    Files.writeString(etc.resolve("users.properties"), pem("company-ca"));
    Files.writeString(etc.resolveSibling("ca.pem"), pem("company-ca"));

    assertCode(
        "certificateFileName",
        TrustedCertificates.FILE,
        () -> of(Map.of(TrustedCertificates.FILE, name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----"
      })
  void other_texts_are_refused(String text) {
    assertCode(
        "certificate", TrustedCertificates.PEM, () -> of(Map.of(TrustedCertificates.PEM, text)));
  }

  @Test
  void a_private_key_is_sent_back() throws IOException {
    String key = "-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----\n";
    String both = pem("company-ca") + key;

    assertCode(
        "certificateKey", TrustedCertificates.PEM, () -> of(Map.of(TrustedCertificates.PEM, both)));
  }

  @Test
  void one_that_ran_out_is_refused_by_name() throws IOException {
    Map<String, String> settings = Map.of(TrustedCertificates.PEM, pem("former-ca"));

    InvalidInput refused =
        assertThrows(InvalidInput.class, () -> of(settings).checkPresent(settings, NOW));

    assertEquals(
        List.of(
            FieldError.of(
                TrustedCertificates.PEM,
                "certificateExpired",
                "CN=Former CA,O=Company",
                "2020-01-01")),
        refused.errors());
    Map<String, String> present = Map.of(TrustedCertificates.PEM, pem("company-ca"));
    of(present).checkPresent(present, NOW);
  }

  @Test
  void a_file_of_either_form_becomes_text() throws IOException {
    String pem = pem("company-ca");
    byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));

    assertEquals(pem, TrustedCertificates.pem(der));
    assertEquals(pem, TrustedCertificates.pem(pem.getBytes(StandardCharsets.US_ASCII)));
    assertCode("certificate", TrustedCertificates.PEM, () -> TrustedCertificates.pem(new byte[0]));
  }

  private static void assertCode(String code, String field, Executable act) {
    InvalidInput refused = assertThrows(InvalidInput.class, act);
    assertEquals(
        List.of(field + " " + code),
        refused.errors().stream().map(one -> one.field() + " " + one.code()).toList());
  }

  private TrustedCertificates of(Map<String, String> settings) {
    return TrustedCertificates.of(settings, new Etc(etc));
  }

  private static String pem(String... names) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      try (InputStream in =
          TrustedCertificatesTest.class.getResourceAsStream("/certificates/" + name + ".pem")) {
        text.append(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
      }
    }
    return text.toString();
  }

  private record Etc(Path etc) implements Installation {

    @Override
    public Path folder(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> startSetting(String name) {
      return name.equals("karaf.etc") ? Optional.of(etc.toString()) : Optional.empty();
    }
  }
}
