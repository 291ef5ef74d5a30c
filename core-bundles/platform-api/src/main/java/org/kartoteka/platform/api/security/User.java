package org.kartoteka.platform.api.security;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Who acts.
 *
 * @param id null for the system itself and for nobody
 * @param name the sign-in name
 * @param fullName the name for people
 * @param locale the language the user has chosen
 * @param permissions the names of what the user may do; {@code *} is all
 * @param credential by what he came in
 */
public record User(
    UserId id,
    String name,
    String fullName,
    Locale locale,
    Set<String> permissions,
    Credential credential) {

  public static final String ALL = "*";

  /** The platform itself: jobs, journal handlers, start-up. */
  public static final User SYSTEM =
      new User(null, "system", "Kartoteka", Locale.ENGLISH, Set.of(ALL));

  public User {
    permissions = Set.copyOf(permissions);
  }

  /** A user who did not come in by anything. */
  public User(UserId id, String name, String fullName, Locale locale, Set<String> permissions) {
    this(id, name, fullName, locale, permissions, Credential.NONE);
  }

  /** The same user, who came in by this. */
  public User by(Credential shown) {
    return new User(id, name, fullName, locale, permissions, shown);
  }

  /** The same user in another language. */
  public User speaking(Locale language) {
    return new User(id, name, fullName, language, permissions, credential);
  }

  /** The same user, who may do no more than this. */
  public User limitedTo(Set<String> scope) {
    Set<String> both = new HashSet<>(scope);
    both.removeIf(permission -> !may(permission));
    return new User(id, name, fullName, locale, both, credential);
  }

  /** Whether the user has the permission. */
  public boolean may(String permission) {
    return permissions.contains(ALL) || permissions.contains(permission);
  }
}
