package org.kartoteka.platform.api.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Findings;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The users of this installation. Reading names is free to the signed-in, acts need {@code
 * security.user.manage}. Nobody but an administrator gives permissions or reach that he has not
 * himself, or changes the account of somebody who has more.
 */
@ProviderType
public interface UserDirectory {

  /**
   * All users, blocked ones included, ordered by full name. A company's staff: hundreds at most.
   */
  List<UserView> users();

  /** One user; empty when there is none. */
  Optional<UserView> user(UserId id);

  /** Notes an error at the field when there is no such user; having none is no error. */
  default void check(String field, UserId id, Findings findings) {
    if (id != null && user(id).isEmpty()) {
      findings.add(field, "unknownUser", id);
    }
  }

  /** Adds a user. */
  UserView add(UserData data, GivenPassword password);

  /** Changes a user. */
  UserView change(UserId id, ExpectedRevision revision, UserData data);

  /** Sets a new password for a user; own password: {@link Authentication#changeOwnPassword}. */
  void setPassword(UserId id, GivenPassword password);

  /** All roles, standard ones first. */
  List<RoleView> roles();

  /** The names of the roles that the current user may give: those that hold no more than he has. */
  Set<String> givableRoles();

  /**
   * Adds or changes a role by its name.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput for a new role also when its scopes are
   *     not said
   */
  RoleView saveRole(RoleView role);

  /**
   * Removes a role.
   *
   * @throws org.kartoteka.platform.api.problem.Refused for a standard role, and while users or
   *     groups have it
   */
  void removeRole(String name);

  /** All permissions that were ever declared; those of absent bundles are resting. */
  List<PermissionView> permissions();
}
