package org.kartoteka.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/**
 * Users in memory, to be looked up only; roles and groups only by who may manage users, as in the
 * real one.
 */
public final class FakeUserDirectory implements UserDirectory {

  private static final String MANAGE = "security.user.manage";

  private final Map<Long, UserView> users = new ConcurrentSkipListMap<>();
  private final AtomicInteger lookedUp = new AtomicInteger();
  private final AccessControl access;

  /** A directory that shows everything to everybody. */
  public FakeUserDirectory() {
    this(FakeUser.almighty());
  }

  /** A directory that shows what somebody may see. */
  public FakeUserDirectory(AccessControl access) {
    this.access = access;
  }

  /** How often a single user was asked for. */
  public int lookedUp() {
    return lookedUp.get();
  }

  /** Adds a user. */
  public FakeUserDirectory with(long id, String name, String fullName) {
    users.put(
        id,
        new UserView(
            new UserId(id),
            0,
            name,
            fullName,
            null,
            "en",
            List.of(),
            false,
            null,
            null,
            null,
            List.of()));
    return this;
  }

  /** Adds a user with a superior, roles and groups. */
  public FakeUserDirectory with(
      long id, String name, UserId superior, List<String> roles, List<String> groups) {
    users.put(
        id,
        new UserView(
            new UserId(id), 0, name, name, null, "en", roles, false, null, null, superior, groups));
    return this;
  }

  @Override
  public List<UserView> users() {
    return users.values().stream().map(this::shown).toList();
  }

  @Override
  public Optional<UserView> user(UserId id) {
    lookedUp.incrementAndGet();
    return Optional.ofNullable(users.get(id.value())).map(this::shown);
  }

  private UserView shown(UserView user) {
    return access.may(MANAGE)
        ? user
        : new UserView(
            user.id(),
            user.revision(),
            user.name(),
            user.fullName(),
            null,
            null,
            List.of(),
            false,
            null,
            user.branchId(),
            user.superiorId(),
            List.of());
  }

  @Override
  public UserView add(UserData data, GivenPassword password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserView change(UserId id, ExpectedRevision revision, UserData data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setPassword(UserId id, GivenPassword password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RoleView> roles() {
    return List.of();
  }

  @Override
  public Set<String> givableRoles() {
    return Set.of();
  }

  @Override
  public RoleView saveRole(RoleView role) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeRole(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PermissionView> permissions() {
    return List.of();
  }
}
