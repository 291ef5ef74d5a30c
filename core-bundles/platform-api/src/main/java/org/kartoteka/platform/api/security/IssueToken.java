package org.kartoteka.platform.api.security;

import java.time.Duration;
import java.util.Set;

/**
 * The order for a token.
 *
 * @param name what it is for
 * @param validity a minute to 366 days
 * @param permissions what it may do, never more than its user may; null is all he may
 * @param readOnly whether it may only read, whatever the permissions say
 */
public record IssueToken(
    String name, Duration validity, Set<String> permissions, boolean readOnly) {

  public IssueToken {
    permissions = permissions == null ? null : Set.copyOf(permissions);
  }
}
