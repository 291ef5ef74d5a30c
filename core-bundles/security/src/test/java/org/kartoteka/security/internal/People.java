package org.kartoteka.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.security.internal.factor.SecondFactorService;
import org.kartoteka.testing.FakeAuditLog;
import org.kartoteka.testing.FakeChangeHistory;
import org.kartoteka.testing.FakeProviderSettings;
import org.kartoteka.testing.FakeSettings;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;
import org.kartoteka.testing.SettableClock;

/** A house with its doors and a few people, for tests of signing in. */
final class People {

  static final String PASSWORD = "four words are enough";

  final SettableClock clock = new SettableClock();
  final FakeUser acting = FakeUser.almighty();
  final FakeSettings settings = new FakeSettings();
  final UnitOfWork unitOfWork =
      new JpaUnitOfWork(PostgresFixture.create().migrate("security").dataSource());
  final UserTable users = new UserTable(unitOfWork);
  final FakeAuditLog audit = new FakeAuditLog();
  final Installation installation = new SmallInstallation();
  final SignInLog log = new SignInLog(audit, acting, unitOfWork);
  final RecordScopesService scopes = new RecordScopesService(unitOfWork, acting, clock);
  final RightsCeiling ceiling =
      new RightsCeiling(unitOfWork, acting, acting, scopes, new OwnTexts());
  final SecondFactorService secondFactor =
      new SecondFactorService(
          unitOfWork,
          acting,
          acting,
          acting,
          new FakeChangeHistory(),
          clock,
          installation,
          ceiling);
  final FakeChangeHistory history = new FakeChangeHistory();
  final ProviderSettingsService providerSettings =
      new ProviderSettingsService(settings, unitOfWork, acting, acting, history, installation);
  final IdentityProviders providers = new IdentityProviders(unitOfWork, clock, providerSettings);
  final Recognition recognition = recognition(unitOfWork, acting, clock, history, providers);
  final AuthenticationService authentication =
      new AuthenticationService(
          unitOfWork,
          acting,
          clock,
          new FirstAdministrator(unitOfWork, installation),
          secondFactor,
          log,
          recognition,
          installation);
  final SessionService sessions =
      new SessionService(unitOfWork, acting, acting, acting, clock, settings, authentication, log);
  final SignInService signIn = new SignInService(authentication, secondFactor, sessions, log);
  final RightsChange rights =
      new RightsChange(unitOfWork, acting, acting, authentication, scopes, ceiling);
  final IdentitiesService identities =
      new IdentitiesService(unitOfWork, acting, acting, history, providers, rights);
  final RedirectSignInService redirects =
      new RedirectSignInService(
          providers, authentication, signIn, sessions, acting, unitOfWork, clock);
  final BackChannelLogoutService logouts =
      new BackChannelLogoutService(unitOfWork, acting, clock, providers, sessions);
  final ProviderSetupsService setups =
      new ProviderSetupsService(
          unitOfWork,
          acting,
          acting,
          history,
          clock,
          installation,
          providers,
          providerSettings,
          ceiling);
  final TokenService tokens =
      new TokenService(unitOfWork, acting, acting, acting, clock, authentication);

  /** The authentication of another house. */
  static AuthenticationService authentication(
      UnitOfWork work, FakeUser acting, Clock clock, Installation installation) {
    return new AuthenticationService(
        work,
        acting,
        clock,
        new FirstAdministrator(work, installation),
        new SecondFactorService(
            work,
            acting,
            acting,
            acting,
            new FakeChangeHistory(),
            clock,
            installation,
            new RightsCeiling(
                work,
                acting,
                acting,
                new RecordScopesService(work, acting, clock),
                new OwnTexts())),
        new SignInLog(new FakeAuditLog(), acting, work),
        recognition(
            work,
            acting,
            clock,
            new FakeChangeHistory(),
            new IdentityProviders(work, clock, new FakeProviderSettings())),
        installation);
  }

  private static Recognition recognition(
      UnitOfWork work,
      FakeUser acting,
      Clock clock,
      FakeChangeHistory history,
      IdentityProviders providers) {
    return new Recognition(
        work, acting, clock, history, providers, new RecordScopesService(work, acting, clock));
  }

  /** Adds somebody who signs in with {@link #PASSWORD}. */
  User add(String name, String... roles) {
    UserData data = new UserData(name, name, null, "en", List.of(roles), false);
    UserId id = unitOfWork.call(() -> users.insert(data, PasswordHash.of(PASSWORD), false));
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

  private static final class SmallInstallation implements Installation {

    private final Path root;

    SmallInstallation() {
      try {
        root = Files.createTempDirectory("kartoteka-people");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Path folder(String name) {
      try {
        return Files.createDirectories(root.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<String> startSetting(String name) {
      return Optional.of(name.equals("karaf.etc") ? folder("etc").toString() : PASSWORD);
    }
  }
}
