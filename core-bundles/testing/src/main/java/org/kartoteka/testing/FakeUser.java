package org.kartoteka.testing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.NotSignedIn;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

/** The current user of a test, and what he may do. */
public final class FakeUser implements CurrentUser, AccessControl, RecentProof {

  private final ThreadLocal<User> acting = new ThreadLocal<>();
  private volatile User usual;
  private volatile boolean proved = true;

  private FakeUser(User usual) {
    this.usual = usual;
  }

  /** A user who may do everything. */
  public static FakeUser almighty() {
    return allowed(User.ALL);
  }

  /** A user who may do just this. */
  public static FakeUser allowed(String... permissions) {
    return new FakeUser(
        new User(new UserId(1), "tester", "Test Person", Locale.ENGLISH, Set.of(permissions)));
  }

  /** From now on the user may do just this. */
  public void nowMay(String... permissions) {
    usual =
        new User(usual.id(), usual.name(), usual.fullName(), usual.locale(), Set.of(permissions));
  }

  /** The user has not proved lately who he is. */
  public void provedLongAgo() {
    proved = false;
  }

  /** The user has just proved who he is. */
  public void proved() {
    proved = true;
  }

  @Override
  public void requireRecent() {
    if (!proved) {
      throw new ProofNeeded();
    }
  }

  @Override
  public void requireInPerson() {
    requireRecent();
  }

  @Override
  public Optional<User> user() {
    return Optional.ofNullable(acting.get() == null ? usual : acting.get());
  }

  @Override
  public User require() {
    return user().orElseThrow(NotSignedIn::new);
  }

  @Override
  public <T> T runAs(User user, Supplier<T> work) {
    User before = acting.get();
    acting.set(user);
    try {
      return work.get();
    } finally {
      acting.set(before);
    }
  }

  @Override
  public boolean may(String permission) {
    return require().may(permission);
  }

  @Override
  public void require(String permission) {
    if (!may(permission)) {
      throw new Forbidden(permission);
    }
  }
}
