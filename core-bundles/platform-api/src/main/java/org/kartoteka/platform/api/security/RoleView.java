package org.kartoteka.platform.api.security;

import java.util.List;

/**
 * A role.
 *
 * @param name the stable name; standard roles carry the name of {@link StandardRole}
 * @param standard whether it is one of the standard roles (its permissions can be changed, it
 *     cannot be removed)
 * @param permissions what it allows
 */
public record RoleView(String name, boolean standard, List<String> permissions) {

  public RoleView {
    permissions = List.copyOf(permissions);
  }
}
