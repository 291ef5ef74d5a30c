package org.kartoteka.platform.api.security;

import java.util.List;

/**
 * What can be said of a user.
 *
 * @param name the sign-in name: 2 to 64 letters, digits, dots, dashes; unique without regard to
 *     case
 * @param fullName the name for people
 * @param email may be null
 * @param language en, pl, bg or ru
 * @param roles the names of the user's roles
 * @param blocked whether signing in is refused
 */
public record UserData(
    String name,
    String fullName,
    String email,
    String language,
    List<String> roles,
    boolean blocked) {

  public UserData {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }
}
