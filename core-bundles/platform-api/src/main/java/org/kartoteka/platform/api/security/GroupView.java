package org.kartoteka.platform.api.security;

import java.util.List;
import org.kartoteka.platform.api.http.Versioned;

/** A group of users, whose members have its roles beside their own. */
public record GroupView(
    GroupId id,
    long revision,
    String name,
    String description,
    List<String> roles,
    List<UserId> members)
    implements Versioned {

  public GroupView {
    roles = List.copyOf(roles);
    members = List.copyOf(members);
  }
}
