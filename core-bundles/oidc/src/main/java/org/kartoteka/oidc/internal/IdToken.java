package org.kartoteka.oidc.internal;

import static org.kartoteka.oidc.internal.SignedToken.TOLERANCE;
import static org.kartoteka.oidc.internal.SignedToken.demand;
import static org.kartoteka.oidc.internal.SignedToken.moment;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.kartoteka.oidc.internal.SignedToken.Wrong;

/**
 * An ID token that was found to be right: signed by its issuer, made for us, for this visit, and
 * valid now.
 */
record IdToken(JWTClaimsSet claims) {

  /** What a token must be. */
  record Expected(String issuer, String client, String nonce) {}

  /**
   * Checks a token.
   *
   * @param keys those of the issuer
   */
  static IdToken of(String text, JWKSet keys, Expected expected, Instant now) throws Wrong {
    JWTClaimsSet claims = SignedToken.claims(text, keys, JOSEObjectType.JWT);
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
}
