package org.kartoteka.platform.internal.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.NotSignedIn;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps who acts on each thread. */
@Component
public final class ThreadUser implements CurrentUser, AccessControl, RecentProof {

  private final ThreadLocal<User> acting = new ThreadLocal<>();
  private final Clock clock;

  @Activate
  public ThreadUser(@Reference Clock clock) {
    this.clock = clock;
  }

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

  @Override
  public void requireRecent() {
    if (require().credential().kind() != Credential.Kind.TOKEN) {
      requireInPerson();
    }
  }

  @Override
  public void requireInPerson() {
    User user = require();
    Instant until = user.credential().provedUntil();
    boolean proved =
        switch (user.credential().kind()) {
          case PASSWORD -> true;
          case SESSION -> until != null && clock.instant().isBefore(until);
          case TOKEN -> false;
          case NONE -> user.id() == null;
        };
    if (!proved) {
      throw new ProofNeeded();
    }
  }
}
