package org.kartoteka.platform.api.security;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A user as administrators see it; colleagues see id, names, branch and superior only (the rest is
 * null or empty).
 *
 * @param roles the roles he has himself
 * @param groups the names of the groups he is in, by which he may have more roles
 */
public record UserView(
    UserId id,
    long revision,
    String name,
    String fullName,
    String email,
    String language,
    List<String> roles,
    boolean blocked,
    Instant lastSignIn,
    BranchId branchId,
    UserId superiorId,
    List<String> groups)
    implements Versioned {

  public UserView {
    roles = List.copyOf(roles);
    groups = List.copyOf(groups);
  }
}
