package org.kartoteka.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.identity.ProviderLogout;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.testing.FakeProviderSettings;

class LogoutTokenTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String ISSUER = "https://id.example.org";
  private static final String CLIENT = "kartoteka";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final RSAKey key;
  private final JWKSet keys;

  LogoutTokenTest() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    keys = new JWKSet(key.toPublicJWK());
  }

  @Test
  void tells_who_has_signed_out_and_where() throws Exception {
    assertEquals(
        new ProviderLogout(
            ISSUER, "subject-1", "session-1", "message-1", NOW.minusSeconds(5).plusSeconds(660)),
        of(signed(c -> {})));
    assertEquals("session-1", of(signed(c -> c.subject(null))).session());
    assertEquals("subject-1", of(signed(c -> c.claim("sid", null))).subject());
  }

  @Test
  void may_say_that_it_is_one() throws Exception {
    for (String type : List.of("logout+jwt", "JWT")) {
      assertEquals(
          "message-1", of(token(new JOSEObjectType(type), key, claims(c -> {}).build())).id());
    }
    assertWrong(token(new JOSEObjectType("at+jwt"), key, claims(c -> {}).build()));
  }

  @Test
  void every_claim_counts() throws Exception {
    assertWrong(signed(c -> c.issuer("https://attacker.example")));
    assertWrong(signed(c -> c.issuer(null)));
    assertWrong(signed(c -> c.audience("another")));
    assertWrong(signed(c -> c.audience((String) null)));
    assertWrong(signed(c -> c.issueTime(null)));
    assertWrong(signed(c -> c.issueTime(Date.from(NOW.plusSeconds(120)))));
    assertWrong(signed(c -> c.issueTime(Date.from(NOW.minusSeconds(661)))));
    assertWrong(signed(c -> c.expirationTime(Date.from(NOW.minusSeconds(61)))));
    assertWrong(signed(c -> c.claim("nonce", "nonce")));
    assertWrong(signed(c -> c.claim("events", null)));
    assertWrong(signed(c -> c.claim("events", Map.of("another", Map.of()))));
    assertWrong(signed(c -> c.claim("events", Map.of(EVENT, "yes"))));
    assertWrong(signed(c -> c.claim("events", EVENT)));
    assertWrong(signed(c -> c.jwtID(null)));
    assertWrong(signed(c -> c.jwtID(" ")));
    assertWrong(signed(c -> c.jwtID("x".repeat(256))));
    assertWrong(signed(c -> c.subject(null).claim("sid", null)));
    assertWrong(signed(c -> c.claim("sid", 7)));
  }

  /** Providers of before the standard was final leave it out. */
  @Test
  void an_end_may_be_missing() throws Exception {
    assertEquals("message-1", of(signed(c -> c.expirationTime(null))).id());
  }

  @Test
  void nobody_else_can_sign_one() throws Exception {
    RSAKey foreign = new RSAKeyGenerator(2048).keyID("one").generate();
    assertWrong(token(null, foreign, claims(c -> {}).build()));
    assertWrong(new PlainJWT(claims(c -> {}).build()).serialize());
    String[] parts = signed(c -> {}).split("\\.");
    String[] other = signed(c -> c.subject("admin")).split("\\.");
    assertWrong(parts[0] + "." + other[1] + "." + parts[2]);
    assertWrong("");
  }

  @Test
  void whoever_sends_many_does_not_make_us_ask_the_provider_as_often() throws Exception {
    try (CompanyProvider company = CompanyProvider.plain()) {
      FakeProviderSettings settings = new FakeProviderSettings();
      settings.change("company", company.settings(), null);
      Clock clock = Clock.systemUTC();
      OidcProvider provider = new OidcProvider("company", settings, clock, new EmptyInstallation());
      Date now = Date.from(clock.instant());
      JWTClaimsSet right =
          claims(c -> c.issuer(company.issuer()).issueTime(now).expirationTime(null)).build();

      assertThrows(Refused.class, () -> provider.logout("no token"));
      assertEquals(Map.of(), company.asked, "what is no token at all");
      for (int i = 0; i < 20; i++) {
        assertThrows(Refused.class, () -> provider.logout(token(null, key, right)));
      }

      assertEquals("subject-1", provider.logout(company.signed(right)).subject());
      assertEquals(1, company.asked.get("/keys"));
    }
  }

  private ProviderLogout of(String token) throws SignedToken.Wrong {
    return LogoutToken.of(token, keys, ISSUER, CLIENT, NOW);
  }

  private void assertWrong(String token) {
    assertThrows(SignedToken.Wrong.class, () -> of(token));
  }

  private String signed(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    return token(null, key, claims(change).build());
  }

  private static String token(JOSEObjectType type, RSAKey key, JWTClaimsSet claims)
      throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID("one").build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static JWTClaimsSet.Builder claims(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(CLIENT)
            .subject("subject-1")
            .claim("sid", "session-1")
            .jwtID("message-1")
            .claim("events", Map.of(EVENT, Map.of()))
            .issueTime(Date.from(NOW.minusSeconds(5)))
            .expirationTime(Date.from(NOW.plusSeconds(60)));
    change.accept(claims);
    return claims;
  }
}
