package org.kartoteka.oidc.internal;

import static org.kartoteka.oidc.internal.SignedToken.TOLERANCE;
import static org.kartoteka.oidc.internal.SignedToken.demand;
import static org.kartoteka.oidc.internal.SignedToken.moment;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kartoteka.oidc.internal.SignedToken.Wrong;
import org.kartoteka.platform.api.identity.ProviderLogout;

/** Checks the tokens of OpenID Connect Back-Channel Logout 1.0 (2.4 and 2.6 there). */
final class LogoutToken {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
  private static final int LONGEST = 255;

  /** A token is told within this time; so long its id is kept, that none serves twice. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  private LogoutToken() {}

  /**
   * Who has signed out.
   *
   * @param keys those of the issuer
   * @throws Wrong when the token proves nothing
   */
  static ProviderLogout of(String text, JWKSet keys, String issuer, String client, Instant now)
      throws Wrong {
    JWTClaimsSet claims = SignedToken.claims(text, keys, JOSEObjectType.JWT, TYPE);
    try {
      demand(issuer.equals(claims.getIssuer()), "another issuer");
      demand(claims.getAudience().contains(client), "made for " + claims.getAudience());
      demand(!claims.getClaims().containsKey("nonce"), "an ID token");
      demand(
          claims.getClaim("events") instanceof Map<?, ?> events
              && events.get(EVENT) instanceof Map<?, ?>,
          "no logout");
      Instant end = end(claims, now);
      String id = text(claims, "jti");
      String subject = text(claims, "sub");
      String session = text(claims, "sid");
      demand(id != null, "no id");
      demand(subject != null || session != null, "neither subject nor session");
      return new ProviderLogout(issuer, subject, session, id, end);
    } catch (ParseException e) {
      throw new Wrong(e);
    }
  }

  /** Providers of before the standard was final leave {@code exp} out. */
  private static Instant end(JWTClaimsSet claims, Instant now) throws Wrong {
    Instant issued = moment(claims, "iat").orElseThrow(() -> new Wrong("never issued"));
    demand(!issued.isAfter(now.plus(TOLERANCE)), "issued in the future");
    Instant end = issued.plus(LIFE).plus(TOLERANCE);
    demand(end.isAfter(now), "too old");
    demand(moment(claims, "exp").orElse(Instant.MAX).isAfter(now.minus(TOLERANCE)), "expired");
    return end;
  }

  private static String text(JWTClaimsSet claims, String name) throws Wrong, ParseException {
    String text = claims.getStringClaim(name);
    demand(text == null || !text.isBlank() && text.length() <= LONGEST, name + " is no id");
    return text;
  }
}
