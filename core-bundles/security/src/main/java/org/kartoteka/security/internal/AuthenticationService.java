package org.kartoteka.security.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.http.Allowances;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.PasswordChangeNeeded;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.SecondFactorNeeded;
import org.kartoteka.platform.api.problem.TooManyRequests;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.security.internal.factor.SecondFactorService;
import org.kartoteka.security.internal.key.Sha256;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs people and programs in. */
@Component(
    service = {Authentication.class, AuthenticationService.class},
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class AuthenticationService implements Authentication {

  /** A changed password is forgotten at once; this only bounds what nobody noticed. */
  private static final Duration PASSWORD_BELIEVED = Duration.ofHours(1);

  /** A provider may have changed its mind, and nobody tells. */
  private static final Duration PROVIDER_BELIEVED = Duration.ofMinutes(10);

  /** A token that ran out is refused no later than this. */
  private static final Duration TOKEN_BELIEVED = Duration.ofMinutes(1);

  /**
   * Compared with when the name is unknown, so that the answer takes as long as for a known one.
   */
  private static final String NOBODY = PasswordHash.of("nobody has this password");

  /** How many requests a second one token may make in the long run; 0 for any number. */
  static final String TOKEN_RATE = "kartoteka.token.rate";

  private static final int USUAL_TOKEN_RATE = 100;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final UserTable users;
  private final Throttle throttle;
  private final CheckedCredentials checked;
  private final SecondFactorService secondFactor;
  private final SignInLog log;
  private final Recognition recognition;
  private final IdentityTable identities;
  private final Allowances<Long> tokenAllowances;
  private volatile int factorEdition;

  @Activate
  public AuthenticationService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference FirstAdministrator firstAdministrator,
      @Reference SecondFactorService secondFactor,
      @Reference SignInLog log,
      @Reference Recognition recognition,
      @Reference Installation installation) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
    this.users = new UserTable(unitOfWork);
    this.throttle = new Throttle(unitOfWork, clock);
    this.checked = new CheckedCredentials(clock);
    this.secondFactor = secondFactor;
    this.log = log;
    this.recognition = recognition;
    this.identities = new IdentityTable(unitOfWork);
    this.tokenAllowances =
        new Allowances<>(
            tokenRate(installation), () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    firstAdministrator.ensure();
  }

  @Override
  public Optional<User> byPassword(String name, String password, String address) {
    forgetOldFactors();
    return checked.findOr(
        "password",
        name + '\0' + password,
        recognition.asksForPasswords() ? PROVIDER_BELIEVED : PASSWORD_BELIEVED,
        () -> {
          Origin origin = Origin.of(address);
          return byPassword(name, password, origin).map(user -> ofProgram(user, origin));
        });
  }

  /** What was right before somebody set up a second factor need not be right now. */
  private void forgetOldFactors() {
    int present = secondFactor.edition();
    if (present != factorEdition) {
      factorEdition = present;
      forgetChecked();
    }
  }

  private User ofProgram(User user, Origin origin) {
    if (secondFactor.isPresent(user.id()) || secondFactor.isDemanded(user.id())) {
      throw new SecondFactorNeeded();
    }
    if (hasTemporaryPassword(user.id())) {
      throw new PasswordChangeNeeded();
    }
    completed(user, origin);
    return user.by(Credential.password());
  }

  /** Nothing more is asked of the user: the place is known from now on. */
  void completed(User user, Origin origin) {
    throttle.succeeded(user.name(), user.id(), origin);
    unitOfWork.run(() -> users.signedIn(user.id(), clock.instant()));
  }

  /** The user with this name and password, checked without any memory. */
  Optional<User> byPassword(String name, String password, Origin origin) {
    if (name == null || password == null || name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    throttle.attempt(name, origin);
    Optional<UserTable.Credentials> credentials = unitOfWork.read(() -> users.credentials(name));
    UserId known = credentials.map(UserTable.Credentials::id).orElse(null);
    boolean kept = credentials.filter(UserTable.Credentials::hasPassword).isPresent();
    boolean right =
        PasswordHash.matches(password, kept ? credentials.get().passwordHash() : NOBODY);
    Optional<User> user =
        kept
            ? (right ? refresh(known) : Optional.empty())
            : elsewhere(known, name, password, origin);
    if (user.isPresent()) {
      throttle.passed(name, origin);
    } else {
      log.failed(known, origin);
    }
    return user;
  }

  /** Somebody without a password here; one whom a provider refuses to judge has not guessed. */
  private Optional<User> elsewhere(UserId known, String name, String password, Origin origin) {
    try {
      return recognition
          .check(known, name, password)
          .flatMap(checked -> byIdentity(checked.provider(), checked.identity()))
          .filter(user -> known == null || user.id().equals(known));
    } catch (ProviderUnavailable | Refused notGuessed) {
      throttle.passed(name, origin);
      throw notGuessed;
    }
  }

  /** The user whom a provider means; empty when he is blocked here. */
  Optional<User> byIdentity(IdentityProvider provider, Identity identity) {
    Recognition.Known known = recognition.recognize(provider, identity);
    if (known.renewed()) {
      forgetChecked();
    }
    return refresh(known.user());
  }

  /** Whether the code of the second factor is right. */
  boolean byCode(User user, String code, Origin origin) {
    throttle.attempt(user.name(), origin);
    boolean right = secondFactor.check(user.id(), code);
    if (right) {
      throttle.passed(user.name(), origin);
    } else {
      log.failed(user.id(), origin);
    }
    return right;
  }

  /** Lets the user pass who gives his password once more, and a code if he has a second factor. */
  void prove(User user, String password, String code, String address) {
    Origin origin = Origin.of(address);
    if (recognition.signsInElsewhere(user.id())) {
      proveByCode(user, code, origin);
      return;
    }
    Optional<User> proved = byPassword(user.name(), password, origin);
    if (proved.isEmpty() || !proved.get().id().equals(user.id())) {
      throw new InvalidInput(FieldError.of("password", "passwordWrong"));
    }
    if (secondFactor.isPresent(user.id()) && !byCode(user, code, origin)) {
      throw new InvalidInput(FieldError.of("code", "codeWrong"));
    }
  }

  /** Who signs in on the page of a provider has nothing to give here but a code. */
  private void proveByCode(User user, String code, Origin origin) {
    if (!secondFactor.isPresent(user.id())) {
      throw new Refused("security.identity.prove-there");
    }
    if (!byCode(user, code, origin)) {
      throw new InvalidInput(FieldError.of("code", "codeWrong"));
    }
  }

  @Override
  public Optional<User> byToken(String token) {
    if (token == null || !token.startsWith(TokenService.PREFIX)) {
      return Optional.empty();
    }
    Optional<User> user = checked.findOr("token", token, TOKEN_BELIEVED, () -> checkToken(token));
    user.ifPresent(known -> allow(known.credential().id()));
    return user;
  }

  /** A token may be used at many addresses, each of which has an allowance of its own. */
  private void allow(long token) {
    if (!tokenAllowances.passes(token)) {
      throw new TooManyRequests(1);
    }
  }

  private static int tokenRate(Installation installation) {
    try {
      return installation.startSetting(TOKEN_RATE).map(Integer::parseInt).orElse(USUAL_TOKEN_RATE);
    } catch (NumberFormatException unreadable) {
      return USUAL_TOKEN_RATE;
    }
  }

  private Optional<User> checkToken(String token) {
    Instant now = clock.instant();
    return unitOfWork.call(
        () ->
            Sql.of(
                    unitOfWork,
                    "update security.token set last_used = ? where hash = ? and expires_at > ?"
                        + " returning *",
                    now,
                    Sha256.of(token),
                    now)
                .first(this::ofToken)
                .flatMap(user -> user));
  }

  private Optional<User> ofToken(ResultSet row) throws SQLException {
    Credential shown = Credential.token(row.getLong("id"), row.getBoolean("read_only"));
    Array scope = row.getArray("permissions");
    Set<String> limit = scope == null ? null : Set.of((String[]) scope.getArray());
    return users
        .user(new UserId(row.getLong("user_id")))
        .map(user -> limit == null ? user : user.limitedTo(limit))
        .map(user -> user.by(shown));
  }

  @Override
  public Optional<User> refresh(UserId id) {
    return unitOfWork.read(() -> users.user(id));
  }

  @Override
  public void changeOwnPassword(String present, String next) {
    User user = currentUser.require();
    if (user.credential().kind() == Credential.Kind.TOKEN) {
      throw new ProofNeeded();
    }
    PasswordRule.check(next, user.name(), secondFactor.isPresent(user.id()));
    unitOfWork.run(
        () -> {
          if (identities.of(user.id()).isPresent()) {
            throw new Refused("security.identity.password-elsewhere");
          }
          if (present == null || !PasswordHash.matches(present, users.passwordHash(user.id()))) {
            throw new InvalidInput(FieldError.of("present", "passwordWrong"));
          }
          users.setPasswordHash(user.id(), PasswordHash.of(next), false);
          new SessionTable(unitOfWork).endAll(user.id(), present(user));
        });
    forgetChecked();
  }

  /** Whether the user has yet to choose a password of his own. */
  boolean hasTemporaryPassword(UserId id) {
    return unitOfWork.read(() -> users.hasTemporaryPassword(id));
  }

  /** The user, who has shown the temporary password just now, chooses his own. */
  void replaceTemporaryPassword(User user, String next) {
    PasswordRule.check(next, user.name(), secondFactor.isPresent(user.id()));
    unitOfWork.run(
        () -> {
          if (!users.hasTemporaryPassword(user.id())) {
            throw new Refused("security.password.chosen-already");
          }
          if (PasswordHash.matches(next, users.passwordHash(user.id()))) {
            throw new InvalidInput(FieldError.of("password", "passwordSame"));
          }
          users.setPasswordHash(user.id(), PasswordHash.of(next), false);
        });
    forgetChecked();
  }

  private static SessionId present(User user) {
    return user.credential().kind() == Credential.Kind.SESSION
        ? new SessionId(user.credential().id())
        : null;
  }

  @Override
  public void chooseLanguage(Locale locale) {
    User user = currentUser.require();
    unitOfWork.run(() -> users.setLanguage(user.id(), Messages.nearest(locale).getLanguage()));
    forgetChecked();
  }

  /** After any change of users or roles: what was checked before may not hold any more. */
  void forgetChecked() {
    checked.forgetAll();
  }

  void sweep() {
    throttle.sweep();
  }

  /** Grows with every such change. */
  int edition() {
    return checked.edition();
  }
}
