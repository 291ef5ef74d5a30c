package org.kartoteka.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.testing.FakeProviderSettings;

/** What the ID token does not tell is asked at the userinfo endpoint. */
class UserInfoTest {

  private static final URI BACK = URI.create("http://localhost:8080/sign-in");
  private static final String USER_INFO = "/userinfo";

  private final CompanyProvider company = CompanyProvider.plain();
  private final FakeProviderSettings settings = new FakeProviderSettings();
  private final OidcProvider provider =
      new OidcProvider("company", settings, Clock.systemUTC(), new EmptyInstallation());

  UserInfoTest() throws Exception {}

  @BeforeEach
  void setUp() {
    mapping("sales = SALESPERSON");
    company.idClaims.put("sub", "subject-1");
    company.userInfo.putAll(
        Map.of(
            "sub", "subject-1",
            "preferred_username", "eva",
            "name", "Eva Kowalska",
            "email", "eva@example.org",
            "email_verified", true,
            "locale", "pl",
            "groups", List.of("sales")));
  }

  @AfterEach
  void close() {
    company.close();
  }

  private void mapping(String roles) {
    Map<String, String> values = new HashMap<>(company.settings());
    values.put(IdentityRules.ROLES, roles);
    settings.change("company", values, null);
  }

  @Test
  void completesTheIdToken() {
    assertEquals(
        new Identity(
            company.issuer(),
            "subject-1",
            "eva",
            "Eva Kowalska",
            "eva@example.org",
            true,
            "pl",
            Set.of("sales"),
            false),
        visit());
  }

  @Test
  void isNotAskedWhenTheTokenTellsAll() {
    company.idClaims.putAll(company.userInfo);

    visit();

    assertFalse(company.asked.containsKey(USER_INFO));
  }

  @Test
  void isNotAskedForGroupsThatDecideNothing() {
    mapping("");
    company.idClaims.putAll(company.userInfo);
    company.idClaims.remove("groups");

    visit();

    assertFalse(company.asked.containsKey(USER_INFO));
  }

  @Test
  void ofSomebodyElseProvesNothing() {
    company.userInfo.put("sub", "subject-2");
    assertThrows(Refused.class, this::visit);
    company.userInfo.remove("sub");
    assertThrows(Refused.class, this::visit);
  }

  @Test
  void thatTheProviderHasSignedCompletesTheIdToken() throws Exception {
    company.withUserInfo(company.signed(userInfo(company.issuer(), CompanyProvider.CLIENT)));

    Identity eva = visit();

    assertEquals("eva@example.org", eva.email());
    assertEquals(Set.of("sales"), eva.groups());
  }

  @Test
  void thatIsSignedForOthersOrByOthersProvesNothing() throws Exception {
    company.withUserInfo(company.signed(userInfo("https://elsewhere.example", "kartoteka")));
    assertThrows(Refused.class, this::visit);
    company.withUserInfo(company.signed(userInfo(company.issuer(), "another-client")));
    assertThrows(Refused.class, this::visit);
    company.withUserInfo(
        new PlainJWT(userInfo(company.issuer(), CompanyProvider.CLIENT)).serialize());
    assertThrows(Refused.class, this::visit);
    try (CompanyProvider other = CompanyProvider.plain()) {
      company.withUserInfo(other.signed(userInfo(company.issuer(), CompanyProvider.CLIENT)));
      assertThrows(Refused.class, this::visit);
    }
  }

  private JWTClaimsSet userInfo(String issuer, String client) {
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer).audience(client);
    company.userInfo.forEach(claims::claim);
    return claims.build();
  }

  @Test
  void neverOverrulesTheTokenNorSaysHowSomebodyHasProvedIt() {
    mapping("sales = SALESPERSON\nadmins = ADMINISTRATOR");
    company.idClaims.put("groups", List.of("sales"));
    company.idClaims.put("email", "another@example.org");
    company.userInfo.put("groups", List.of("admins"));
    company.userInfo.put("amr", List.of("mfa"));

    Identity eva = visit();

    assertEquals(Set.of("sales"), eva.groups());
    assertEquals("another@example.org", eva.email());
    assertFalse(eva.emailProved(), "what is proved is the other e-mail");
    assertFalse(eva.secondFactor());
    assertEquals("eva", eva.name());
  }

  @Test
  void thatCannotBeHadLetsNobodyInWithoutHisGroups() {
    company.withoutUserInfo();

    assertThrows(ProviderUnavailable.class, this::visit);
  }

  private Identity visit() {
    ProviderVisit visit = provider.begin(BACK, false);
    company.idClaims.put("nonce", visit.nonce());
    return provider.finish(visit, Map.of("code", "one", "state", visit.state())).identity();
  }
}
