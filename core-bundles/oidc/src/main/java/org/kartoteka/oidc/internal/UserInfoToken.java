package org.kartoteka.oidc.internal;

import static org.kartoteka.oidc.internal.SignedToken.demand;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import org.kartoteka.oidc.internal.SignedToken.Wrong;

/** Checks user info that the provider has signed (OpenID Connect Core 1.0, 5.3.2). */
final class UserInfoToken {

  private UserInfoToken() {}

  /**
   * The claims of it.
   *
   * @param keys those of the issuer
   * @throws Wrong when another has signed it, or for another client
   */
  static Map<String, Object> claims(String text, JWKSet keys, String issuer, String client)
      throws Wrong {
    JWTClaimsSet claims = SignedToken.claims(text, keys, JOSEObjectType.JWT);
    demand(issuer.equals(claims.getIssuer()), "user info of another issuer");
    demand(claims.getAudience().contains(client), "user info for " + claims.getAudience());
    return claims.getClaims();
  }
}
