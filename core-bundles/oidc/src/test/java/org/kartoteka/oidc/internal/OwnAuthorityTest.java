package org.kartoteka.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.testing.FakeProviderSettings;

/** Providers whose certificate nobody but the company has signed. */
class OwnAuthorityTest {

  private static final URI BACK = URI.create("http://localhost:8080/sign-in");

  private final FakeProviderSettings settings = new FakeProviderSettings();
  private final OidcProviders kind =
      new OidcProviders(settings, Clock.systemUTC(), new EmptyInstallation());
  private final OidcProvider provider = (OidcProvider) kind.provider("company");

  @Test
  void isBelievedByItsCertificateAlone(@TempDir Path folder) throws Exception {
    try (CompanyProvider company = CompanyProvider.secure(folder, "dns:localhost")) {
      Map<String, String> values = company.settings();
      assertStranger(values);
      settings.change("company", values, null);
      assertThrows(ProviderUnavailable.class, () -> provider.begin(BACK, false));

      values.put(TrustedCertificates.PEM, company.certificate());
      kind.check(values, false);
      settings.change("company", values, null);
      company.idClaims.put("sub", "subject-1");
      company.userInfo.put("sub", "subject-1");
      ProviderVisit visit = provider.begin(BACK, false);
      company.idClaims.put("nonce", visit.nonce());

      assertEquals(
          "subject-1",
          provider
              .finish(visit, Map.of("code", "one", "state", visit.state()))
              .identity()
              .subject());
    }
  }

  @Test
  void isBelievedUnderItsOwnNameOnly(@TempDir Path folder) throws Exception {
    try (CompanyProvider company = CompanyProvider.secure(folder, "dns:another.example.org")) {
      Map<String, String> values = company.settings();
      values.put(TrustedCertificates.PEM, company.certificate());

      assertStranger(values);
    }
  }

  @Test
  void isNotBelievedByTheCertificateOfAnother(@TempDir Path one, @TempDir Path other)
      throws Exception {
    try (CompanyProvider company = CompanyProvider.secure(one, "dns:localhost");
        CompanyProvider stranger = CompanyProvider.secure(other, "dns:localhost")) {
      Map<String, String> values = stranger.settings();
      values.put(TrustedCertificates.PEM, company.certificate());

      assertStranger(values);
    }
  }

  private void assertStranger(Map<String, String> values) {
    InvalidInput refused = assertThrows(InvalidInput.class, () -> kind.check(values, false));
    assertEquals(
        List.of(FieldError.of(TrustedCertificates.PEM, "issuerStranger")), refused.errors());
  }
}
