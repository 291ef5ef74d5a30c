package org.kartoteka.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.TokenView;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
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

  private static final String TOKEN_PREFIX = "kt_";
  private static final Duration LONGEST_TOKEN = Duration.ofDays(366);
  private static final int TOKEN_BYTES = 32;

  /** A changed password is forgotten at once; this only bounds what nobody noticed. */
  private static final Duration PASSWORD_BELIEVED = Duration.ofHours(1);

  /** A token that ran out is refused no later than this. */
  private static final Duration TOKEN_BELIEVED = Duration.ofMinutes(1);

  /**
   * Compared with when the name is unknown, so that the answer takes as long as for a known one.
   */
  private static final String NOBODY = PasswordHash.of("nobody has this password");

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final UserTable users;
  private final Throttle throttle;
  private final CheckedCredentials checked;
  private final SecureRandom random = new SecureRandom();

  @Activate
  public AuthenticationService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference FirstAdministrator firstAdministrator) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
    this.users = new UserTable(unitOfWork);
    this.throttle = new Throttle(clock);
    this.checked = new CheckedCredentials(clock);
    firstAdministrator.ensure();
  }

  @Override
  public Optional<User> byPassword(String name, String password, String address) {
    if (name == null || password == null || name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return checked.findOr(
        "password",
        name + '\0' + password,
        PASSWORD_BELIEVED,
        () -> checkPassword(name, password, address));
  }

  private Optional<User> checkPassword(String name, String password, String address) {
    throttle.check(name, address);
    Optional<UserTable.Credentials> credentials = unitOfWork.read(() -> users.credentials(name));
    boolean right =
        PasswordHash.matches(
            password, credentials.map(UserTable.Credentials::passwordHash).orElse(NOBODY));
    Optional<User> user =
        right && credentials.isPresent() ? refresh(credentials.get().id()) : Optional.empty();
    if (user.isEmpty()) {
      throttle.failed(name, address);
      return user;
    }
    throttle.succeeded(name, address);
    unitOfWork.run(() -> users.signedIn(user.get().id(), clock.instant()));
    return user;
  }

  @Override
  public Optional<User> byToken(String token) {
    if (token == null || !token.startsWith(TOKEN_PREFIX)) {
      return Optional.empty();
    }
    return checked.findOr("token", token, TOKEN_BELIEVED, () -> checkToken(token));
  }

  private Optional<User> checkToken(String token) {
    Instant now = clock.instant();
    return unitOfWork.call(
        () ->
            Sql.of(
                    unitOfWork,
                    "update security.token set last_used = ? where hash = ? and expires_at > ?"
                        + " returning user_id",
                    now,
                    digest(token),
                    now)
                .first(row -> new UserId(row.getLong(1)))
                .flatMap(users::user));
  }

  @Override
  public Optional<User> refresh(UserId id) {
    return unitOfWork.read(() -> users.user(id));
  }

  @Override
  public void changeOwnPassword(String present, String next) {
    User user = currentUser.require();
    PasswordRule.check(next, user.name());
    unitOfWork.run(
        () -> {
          if (present == null || !PasswordHash.matches(present, users.passwordHash(user.id()))) {
            throw new InvalidInput(FieldError.of("present", "passwordWrong"));
          }
          users.setPasswordHash(user.id(), PasswordHash.of(next));
        });
    forgetChecked();
  }

  @Override
  public void chooseLanguage(Locale locale) {
    User user = currentUser.require();
    unitOfWork.run(() -> users.setLanguage(user.id(), Messages.nearest(locale).getLanguage()));
    forgetChecked();
  }

  @Override
  public String issueToken(String name, Duration validity) {
    User user = currentUser.require();
    if (name == null || name.isBlank()) {
      throw new InvalidInput(FieldError.of("name", "required"));
    }
    if (name.length() > 100) {
      throw new InvalidInput(FieldError.of("name", "tooLong", 100));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(FieldError.of("name", "format"));
    }
    if (validity == null
        || validity.compareTo(Duration.ofMinutes(1)) < 0
        || validity.compareTo(LONGEST_TOKEN) > 0) {
      throw new InvalidInput(FieldError.of("days", "range", 1, LONGEST_TOKEN.toDays()));
    }
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    "insert into security.token (user_id, name, hash, issued_at, expires_at) values"
                        + " (?, ?, ?, ?, ?)",
                    user.id(),
                    name.strip(),
                    digest(token),
                    now,
                    now.plus(validity))
                .update());
    return token;
  }

  @Override
  public List<TokenView> tokens() {
    UserId user = currentUser.require().id();
    return unitOfWork.call(
        () ->
            Sql.of(unitOfWork, "select * from security.token where user_id = ? order by id", user)
                .list(
                    row ->
                        new TokenView(
                            row.getLong("id"),
                            row.getString("name"),
                            Sql.instant(row, "issued_at"),
                            Sql.instant(row, "expires_at"),
                            Sql.instant(row, "last_used"))));
  }

  @Override
  public void revokeToken(long id) {
    UserId user = currentUser.require().id();
    int revoked =
        unitOfWork.call(
            () ->
                Sql.of(
                        unitOfWork,
                        "delete from security.token where id = ? and user_id = ?",
                        id,
                        user)
                    .update());
    forgetChecked();
    if (revoked == 0) {
      throw new NotFound("token", id);
    }
  }

  /** After any change of users or roles: what was checked before may not hold any more. */
  void forgetChecked() {
    checked.forgetAll();
  }

  private static String digest(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
