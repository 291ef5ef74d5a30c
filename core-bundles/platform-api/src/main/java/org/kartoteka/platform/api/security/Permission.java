package org.kartoteka.platform.api.security;

import java.util.Set;

/**
 * Something a role can be allowed.
 *
 * @param name {@code feature.object.verb}, such as {@code core.party.change}; its title is the text
 *     with key {@code permission.<name>}
 * @param defaultRoles the standard roles that have it from the start: see {@link StandardRole}; the
 *     administrator has everything
 */
public record Permission(String name, Set<StandardRole> defaultRoles) {

  public Permission {
    defaultRoles = Set.copyOf(defaultRoles);
  }

  /** A permission that the given standard roles have from the start. */
  public static Permission of(String name, StandardRole... defaultRoles) {
    return new Permission(name, Set.of(defaultRoles));
  }
}
