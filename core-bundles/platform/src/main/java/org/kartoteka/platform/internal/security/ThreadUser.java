package org.kartoteka.platform.internal.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.NotSignedIn;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Component;

/** Keeps who acts on each thread. */
@Component
public final class ThreadUser implements CurrentUser, AccessControl {

  private final ThreadLocal<User> acting = new ThreadLocal<>();

  @Override
  public Optional<User> user() {
    return Optional.ofNullable(acting.get());
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
      if (before == null) {
        acting.remove();
      } else {
        acting.set(before);
      }
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
