package org.kartoteka.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IdTokenTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final IdToken.Expected EXPECTED =
      new IdToken.Expected("https://id.example.org", "kartoteka", "nonce");

  private final RSAKey key;
  private final JWKSet keys;

  IdTokenTest() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    keys = new JWKSet(key.toPublicJWK());
  }

  @Test
  void aTokenThatIsRightTellsItsSubject() throws Exception {
    assertEquals("subject", IdToken.of(signed(c -> {}), keys, EXPECTED, NOW).claims().getSubject());
  }

  @Test
  void anUnsignedTokenProvesNothing() {
    assertWrong(new PlainJWT(claims(c -> {})).serialize());
  }

  /** Whoever knows the public key could else sign with it as if it were a secret. */
  @Test
  void thePublicKeyIsNoSecret() throws Exception {
    byte[] secret = key.toRSAPublicKey().getEncoded();
    JWKSet asSecret =
        new JWKSet(
            List.of(key.toPublicJWK(), new OctetSequenceKey.Builder(secret).keyID("two").build()));
    String token = signed(JWSAlgorithm.HS256, "two", new MACSigner(secret));

    assertThrows(SignedToken.Wrong.class, () -> IdToken.of(token, asSecret, EXPECTED, NOW));
  }

  @Test
  void theKeyOfSomebodyElseProvesNothing() throws Exception {
    RSAKey foreign = new RSAKeyGenerator(2048).keyID("one").generate();
    assertWrong(signed(JWSAlgorithm.RS256, "one", new RSASSASigner(foreign)));
    assertWrong(
        signed(
            JWSAlgorithm.ES256,
            "one",
            new ECDSASigner(new ECKeyGenerator(Curve.P_256).keyID("one").generate())));
  }

  @Test
  void aTokenThatWasChangedProvesNothing() throws Exception {
    String[] parts = signed(c -> {}).split("\\.");
    String[] other = signed(c -> c.subject("admin")).split("\\.");

    assertWrong(parts[0] + "." + other[1] + "." + parts[2]);
    assertWrong(parts[0] + "." + parts[1] + ".");
    assertWrong("");
  }

  @Test
  void everyClaimCounts() throws Exception {
    assertWrong(signed(c -> c.issuer("https://attacker.example")));
    assertWrong(signed(c -> c.issuer(null)));
    assertWrong(signed(c -> c.audience("another")));
    assertWrong(signed(c -> c.audience(List.of("kartoteka", "another"))));
    assertWrong(signed(c -> c.claim("azp", "another")));
    assertWrong(signed(c -> c.claim("nonce", "another")));
    assertWrong(signed(c -> c.claim("nonce", null)));
    assertWrong(signed(c -> c.expirationTime(null)));
    assertWrong(signed(c -> c.expirationTime(Date.from(NOW.minusSeconds(61)))));
    assertWrong(signed(c -> c.issueTime(null)));
    assertWrong(signed(c -> c.issueTime(Date.from(NOW.plusSeconds(120)))));
    assertWrong(signed(c -> c.notBeforeTime(Date.from(NOW.plusSeconds(120)))));
    assertWrong(signed(c -> c.subject(null)));
    assertWrong(signed(c -> c.subject(" ")));
    assertWrong(signed(c -> c.subject("x".repeat(256))));
  }

  @Test
  void severalMayBeAddressedWhenOneIsNamed() throws Exception {
    String token =
        signed(c -> c.audience(List.of("kartoteka", "account")).claim("azp", "kartoteka"));

    IdToken.of(token, keys, EXPECTED, NOW);
  }

  private void assertWrong(String token) {
    assertThrows(SignedToken.Wrong.class, () -> IdToken.of(token, keys, EXPECTED, NOW));
  }

  private String signed(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    return signed(JWSAlgorithm.RS256, "one", new RSASSASigner(key), claims(change));
  }

  private String signed(JWSAlgorithm algorithm, String id, JWSSigner signer) throws Exception {
    return signed(algorithm, id, signer, claims(c -> {}));
  }

  private static String signed(
      JWSAlgorithm algorithm, String id, JWSSigner signer, JWTClaimsSet claims) throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer("https://id.example.org")
            .subject("subject")
            .audience("kartoteka")
            .claim("nonce", "nonce")
            .issueTime(Date.from(NOW.minusSeconds(5)))
            .expirationTime(Date.from(NOW.plusSeconds(60)));
    change.accept(claims);
    return claims.build();
  }
}
