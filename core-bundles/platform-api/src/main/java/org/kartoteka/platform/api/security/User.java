package org.kartoteka.platform.api.security;

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
 */
public record User(
    UserId id, String name, String fullName, Locale locale, Set<String> permissions) {

  public static final String ALL = "*";

  /** The platform itself: jobs, journal handlers, start-up. */
  public static final User SYSTEM =
      new User(null, "system", "Kartoteka", Locale.ENGLISH, Set.of(ALL));

  public User {
    permissions = Set.copyOf(permissions);
  }

  /** Whether the user has the permission. */
  public boolean may(String permission) {
    return permissions.contains(ALL) || permissions.contains(permission);
  }
}
