package org.kartoteka.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What all tokens of a provider have in common: its signature, and moments in their claims. */
final class SignedToken {

  /** How far the clocks of others may be wrong. */
  static final Duration TOLERANCE = Duration.ofSeconds(60);

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

  private SignedToken() {}

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

  /** Demands what can be seen without any key. */
  static void demandForm(String text) throws Wrong {
    try {
      SignedJWT.parse(text);
    } catch (ParseException e) {
      throw new Wrong(e);
    }
  }

  /**
   * The claims of a token that its issuer has signed.
   *
   * @param keys those of the issuer
   * @param types what the token may say that it is; it may say nothing
   */
  static JWTClaimsSet claims(String text, JWKSet keys, JOSEObjectType... types) throws Wrong {
    Set<JOSEObjectType> allowed = new HashSet<>(List.of(types));
    allowed.add(null);
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(allowed));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    try {
      return processor.process(SignedJWT.parse(text), null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new Wrong(e);
    }
  }

  static Optional<Instant> moment(JWTClaimsSet claims, String name) {
    return claims.toJSONObject().get(name) instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  static void demand(boolean holds, String otherwise) throws Wrong {
    if (!holds) {
      throw new Wrong(otherwise);
    }
  }
}
