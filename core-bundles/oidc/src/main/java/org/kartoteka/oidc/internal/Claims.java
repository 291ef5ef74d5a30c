package org.kartoteka.oidc.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kartoteka.platform.api.identity.Identity;

/** Reads who somebody is out of the claims of a token. */
final class Claims {

  private final Map<String, Object> claims;
  private final OidcSettings settings;

  Claims(JWTClaimsSet claims, OidcSettings settings) {
    this.claims = claims.getClaims();
    this.settings = settings;
  }

  Identity identity() {
    String subject = text("sub");
    String email = text("email");
    String name = text(settings.get(OidcSettings.NAME_CLAIM));
    return new Identity(
        text("iss"),
        subject,
        name != null ? name : email != null ? email : subject,
        text("name"),
        email,
        Boolean.TRUE.equals(claims.get("email_verified")),
        text("locale"),
        texts(settings.get(OidcSettings.GROUPS_CLAIM)),
        isStrong());
  }

  private boolean isStrong() {
    Set<String> shown = texts("amr");
    shown.addAll(texts("acr"));
    shown.retainAll(settings.strong());
    return !shown.isEmpty();
  }

  private String text(String name) {
    return find(name) instanceof String text && !text.isBlank() ? text : null;
  }

  private Set<String> texts(String name) {
    Set<String> texts = new HashSet<>();
    Object found = find(name);
    if (found instanceof String text) {
      texts.add(text);
    } else if (found instanceof Collection<?> several) {
      several.stream().filter(String.class::isInstance).forEach(one -> texts.add((String) one));
    }
    return texts;
  }

  /** A claim of that name, else one within others: {@code realm_access.roles}. */
  private Object find(String name) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    Object found = claims;
    for (String part : name.split("\\.")) {
      found = found instanceof Map<?, ?> within ? within.get(part) : null;
    }
    return found;
  }
}
