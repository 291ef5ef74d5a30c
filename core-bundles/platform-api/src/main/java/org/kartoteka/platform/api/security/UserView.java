package org.kartoteka.platform.api.security;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A user as administrators see it; colleagues see id and names only (the rest is null or empty).
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
    Instant lastSignIn)
    implements Versioned {

  public UserView {
    roles = List.copyOf(roles);
  }
}
