package org.kartoteka.security.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.testing.FakeSettings;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** A house with its doors and a few people, for tests of signing in. */
final class People {

  static final String PASSWORD = "four words are enough";

  final SettableClock clock = new SettableClock();
  final FakeUser acting = FakeUser.almighty();
  final FakeSettings settings = new FakeSettings();
  final UnitOfWork unitOfWork =
      new JpaUnitOfWork(PostgresFixture.create().migrate("security").dataSource());
  final UserTable users = new UserTable(unitOfWork);
  final AuthenticationService authentication =
      new AuthenticationService(
          unitOfWork, acting, clock, new FirstAdministrator(unitOfWork, new NoInstallation()));
  final SessionService sessions = sessions(clock);
  final TokenService tokens =
      new TokenService(unitOfWork, acting, acting, acting, clock, authentication);

  private SessionService sessions(Clock clock) {
    return new SessionService(unitOfWork, acting, acting, acting, clock, settings, authentication);
  }

  /** Adds somebody who signs in with {@link #PASSWORD}. */
  User add(String name, String... roles) {
    UserData data = new UserData(name, name, null, "en", List.of(roles), false);
    UserId id = unitOfWork.call(() -> users.insert(data, PasswordHash.of(PASSWORD)));
    return authentication.refresh(id).orElseThrow();
  }

  /** Does something as somebody. */
  void as(User user, Runnable act) {
    acting.runAs(
        user,
        () -> {
          act.run();
          return null;
        });
  }

  private static final class NoInstallation implements Installation {

    @Override
    public Path folder(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> startSetting(String name) {
      return Optional.of(PASSWORD);
    }
  }
}
