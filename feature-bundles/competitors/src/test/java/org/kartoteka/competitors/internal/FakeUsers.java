package org.kartoteka.competitors.internal;

import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/** A directory of the users 1 to 9. */
final class FakeUsers implements UserDirectory {

  @Override
  public List<UserView> users() {
    return List.of();
  }

  @Override
  public Optional<UserView> user(UserId id) {
    return id.value() > 9
        ? Optional.empty()
        : Optional.of(
            new UserView(id, 1, "user" + id.value(), "User", null, null, List.of(), false, null));
  }

  @Override
  public UserView add(UserData data, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserView change(UserId id, ExpectedRevision revision, UserData data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setPassword(UserId id, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RoleView> roles() {
    return List.of();
  }

  @Override
  public RoleView saveRole(RoleView role) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PermissionView> permissions() {
    return List.of();
  }
}
