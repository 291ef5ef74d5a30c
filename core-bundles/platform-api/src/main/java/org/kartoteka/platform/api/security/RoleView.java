package org.kartoteka.platform.api.security;

import java.util.List;

/**
 * A role.
 *
 * @param name the stable name; standard roles carry the name of {@link StandardRole}
 * @param standard whether it is one of the standard roles (its permissions can be changed, it
 *     cannot be removed)
 * @param permissions what it allows
 * @param scopes how far it lets actions reach; an action without a grant reaches nothing. When a
 *     role is saved, null leaves them as they are; of a new role they must be said
 */
public record RoleView(
    String name, boolean standard, List<String> permissions, List<ScopeGrant> scopes) {

  public RoleView {
    permissions = List.copyOf(permissions);
    scopes = scopes == null ? null : List.copyOf(scopes);
  }

  /** A role to be saved with the scopes it has. */
  public RoleView(String name, boolean standard, List<String> permissions) {
    this(name, standard, permissions, null);
  }
}
