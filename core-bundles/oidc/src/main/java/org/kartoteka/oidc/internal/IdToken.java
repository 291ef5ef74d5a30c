package org.kartoteka.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An ID token that was found to be right: signed by its issuer, made for us, for this visit, and
 * valid now.
 */
record IdToken(JWTClaimsSet claims) {

  /** How far the clocks of others may be wrong. */
  private static final Duration TOLERANCE = Duration.ofSeconds(60);

  /** With public keys only: whoever can check such a signature cannot make one. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** The token proves nothing, and why. */
  static final class Wrong extends Exception {

    private static final long serialVersionUID = 1L;

    Wrong(String why) {
      super(why);
    }

    Wrong(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** What a token must be. */
  record Expected(String issuer, String client, String nonce) {}

  /**
   * Checks a token.
   *
   * @param keys those of the issuer
   */
  static IdToken of(String text, JWKSet keys, Expected expected, Instant now) throws Wrong {
    JWTClaimsSet claims = signed(text, keys);
    try {
      demand(expected.issuer().equals(claims.getIssuer()), "another issuer");
      demandAudience(claims, expected.client());
      demand(expected.nonce().equals(claims.getStringClaim("nonce")), "another nonce");
      demandPresent(claims, now);
      String subject = claims.getSubject();
      demand(subject != null && !subject.isBlank() && subject.length() <= 255, "no subject");
      return new IdToken(claims);
    } catch (ParseException e) {
      throw new Wrong(e);
    }
  }

  private static JWTClaimsSet signed(String text, JWKSet keys) throws Wrong {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    try {
      return processor.process(SignedJWT.parse(text), null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new Wrong(e);
    }
  }

  private static void demandAudience(JWTClaimsSet claims, String client)
      throws Wrong, ParseException {
    List<String> audience = claims.getAudience();
    String party = claims.getStringClaim("azp");
    demand(audience.contains(client), "made for " + audience);
    demand(party == null ? audience.size() == 1 : party.equals(client), "made for " + party);
  }

  private static void demandPresent(JWTClaimsSet claims, Instant now) throws Wrong {
    Instant latest = now.plus(TOLERANCE);
    Instant end = moment(claims, "exp").orElse(Instant.MIN);
    demand(end.isAfter(now.minus(TOLERANCE)), "expired");
    demand(!moment(claims, "iat").orElse(Instant.MAX).isAfter(latest), "issued in the future");
    demand(!moment(claims, "nbf").orElse(Instant.MIN).isAfter(latest), "not valid yet");
  }

  /** Demands that the person gave proof of himself after this moment. */
  void demandProofSince(Instant moment) throws Wrong {
    Instant proved = moment(claims, "auth_time").orElse(Instant.MIN);
    demand(proved.isAfter(moment.minus(TOLERANCE)), "the person was not asked anew");
  }

  private static Optional<Instant> moment(JWTClaimsSet claims, String name) {
    return claims.toJSONObject().get(name) instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  private static void demand(boolean holds, String otherwise) throws Wrong {
    if (!holds) {
      throw new Wrong(otherwise);
    }
  }
}
