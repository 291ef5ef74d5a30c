package org.kartoteka.platform.api.security;

import java.util.List;

/**
 * What can be said of a group of users.
 *
 * @param name unique without regard to case
 * @param description may be null
 * @param roles the names of the roles that its members have by it; not the administrator's
 * @param members the users in it
 */
public record GroupData(String name, String description, List<String> roles, List<UserId> members) {

  public GroupData {
    roles = roles == null ? List.of() : List.copyOf(roles);
    members = members == null ? List.of() : List.copyOf(members);
  }
}
