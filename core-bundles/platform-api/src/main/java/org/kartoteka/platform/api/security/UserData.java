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
 * @param branchId the branch he belongs to; may be null
 * @param superiorId the user above him; may be null
 */
public record UserData(
    String name,
    String fullName,
    String email,
    String language,
    List<String> roles,
    boolean blocked,
    BranchId branchId,
    UserId superiorId) {

  public UserData {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  /** A user who belongs to no branch and has nobody above him. */
  public UserData(
      String name,
      String fullName,
      String email,
      String language,
      List<String> roles,
      boolean blocked) {
    this(name, fullName, email, language, roles, blocked, null, null);
  }
}
