package org.kartoteka.oidc.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kartoteka.platform.api.identity.Identity;

/** Reads who somebody is out of the claims of a token and what completes them. */
final class Claims {

  private static final String SUBJECT = "sub";
  private static final String NAME = "name";
  private static final String EMAIL = "email";
  private static final String EMAIL_PROVED = "email_verified";
  private static final String LOCALE = "locale";

  private final Map<String, Object> claims;
  private final OidcSettings settings;

  Claims(Map<String, Object> claims, OidcSettings settings) {
    this.claims = claims;
    this.settings = settings;
  }

  /** Whether nothing is missing that could be told elsewhere. */
  boolean isComplete() {
    boolean grouped =
        !settings.mapsRoles() || find(settings.get(OidcSettings.GROUPS_CLAIM)) != null;
    return grouped && completing().allMatch(name -> find(name) != null) && find(EMAIL) != null;
  }

  private Stream<String> completing() {
    return Stream.of(settings.get(OidcSettings.NAME_CLAIM), NAME);
  }

  /**
   * These claims, completed by what is told at the userinfo endpoint: names, e-mail, language and
   * groups, never by who it is and how he has proved it.
   *
   * @throws SignedToken.Wrong when that is about somebody else
   */
  Claims completedBy(Map<String, Object> told) throws SignedToken.Wrong {
    Claims other = new Claims(told, settings);
    String subject = text(SUBJECT);
    SignedToken.demand(
        subject != null && subject.equals(other.text(SUBJECT)), "user info of somebody else");
    Map<String, Object> all = new HashMap<>(claims);
    Stream.concat(completing(), Stream.of(LOCALE, settings.get(OidcSettings.GROUPS_CLAIM)))
        .filter(name -> find(name) == null)
        .forEach(name -> all.put(name, other.find(name)));
    if (find(EMAIL) == null) {
      all.put(EMAIL, other.find(EMAIL));
      all.put(EMAIL_PROVED, other.find(EMAIL_PROVED));
    }
    return new Claims(all, settings);
  }

  Identity identity() {
    String subject = text(SUBJECT);
    String email = text(EMAIL);
    String name = text(settings.get(OidcSettings.NAME_CLAIM));
    return new Identity(
        text("iss"),
        subject,
        name != null ? name : email != null ? email : subject,
        text(NAME),
        email,
        Boolean.TRUE.equals(claims.get(EMAIL_PROVED)),
        text(LOCALE),
        texts(settings.get(OidcSettings.GROUPS_CLAIM)),
        isStrong());
  }

  /** The id of the session there; null when it is not told. */
  String session() {
    return text("sid");
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
