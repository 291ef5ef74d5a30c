package org.kartoteka.security.internal;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.IssueToken;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.TokenView;
import org.kartoteka.platform.api.security.Tokens;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.security.internal.key.Sha256;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Issues and revokes tokens; only their digest is kept. */
@Component
public final class TokenService implements Tokens {

  static final String PREFIX = "kt_";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int BYTES = 32;
  private static final int LONGEST_NAME = 100;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final AccessControl access;
  private final RecentProof proof;
  private final Clock clock;
  private final AuthenticationService authentication;
  private final SecureRandom random = new SecureRandom();

  @Activate
  public TokenService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference Clock clock,
      @Reference AuthenticationService authentication) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.access = access;
    this.proof = proof;
    this.clock = clock;
    this.authentication = authentication;
  }

  @Override
  public String issue(IssueToken order) {
    User user = currentUser.require();
    proof.requireInPerson();
    check(order, user);
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    "insert into security.token (user_id, name, hash, issued_at, expires_at,"
                        + " permissions, read_only) values (?, ?, ?, ?, ?, ?, ?)",
                    user.id(),
                    order.name().strip(),
                    Sha256.of(token),
                    now,
                    now.plus(order.validity()),
                    order.permissions(),
                    order.readOnly())
                .update());
    return token;
  }

  private static void check(IssueToken order, User user) {
    List<FieldError> errors = new ArrayList<>();
    String name = order.name();
    if (name == null || name.isBlank()) {
      errors.add(FieldError.of("name", "required"));
    } else if (name.length() > LONGEST_NAME) {
      errors.add(FieldError.of("name", "tooLong", LONGEST_NAME));
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      errors.add(FieldError.of("name", "invalid"));
    }
    Duration validity = order.validity();
    if (validity == null
        || validity.compareTo(Duration.ofMinutes(1)) < 0
        || validity.compareTo(LONGEST) > 0) {
      errors.add(FieldError.of("days", "range", 1, LONGEST.toDays()));
    }
    Set<String> scope = order.permissions() == null ? Set.of() : order.permissions();
    scope.stream()
        .filter(permission -> !user.may(permission))
        .sorted()
        .forEach(missing -> errors.add(FieldError.of("permissions", "notYours", missing)));
    InvalidInput.throwIfAny(errors);
  }

  @Override
  public List<TokenView> mine() {
    return views(currentUser.require().id());
  }

  @Override
  public List<TokenView> of(UserId user) {
    access.require(SecurityPermissions.MANAGE_USERS);
    return views(user);
  }

  private List<TokenView> views(UserId user) {
    return unitOfWork.read(
        () ->
            Sql.of(unitOfWork, "select * from security.token where user_id = ? order by id", user)
                .list(TokenService::view));
  }

  @Override
  public void revoke(long id) {
    UserId user = currentUser.require().id();
    boolean anybodys = access.may(SecurityPermissions.MANAGE_USERS);
    int revoked =
        unitOfWork.call(
            () ->
                Sql.of(
                        unitOfWork,
                        "delete from security.token where id = ? and (user_id = ? or ?)",
                        id,
                        user,
                        anybodys)
                    .update());
    authentication.forgetChecked();
    if (revoked == 0) {
      throw new NotFound("token", id);
    }
  }

  private static TokenView view(ResultSet row) throws SQLException {
    Array scope = row.getArray("permissions");
    return new TokenView(
        row.getLong("id"),
        new UserId(row.getLong("user_id")),
        row.getString("name"),
        Sql.instant(row, "issued_at"),
        Sql.instant(row, "expires_at"),
        Sql.instant(row, "last_used"),
        scope == null ? null : List.of((String[]) scope.getArray()),
        row.getBoolean("read_only"));
  }
}
