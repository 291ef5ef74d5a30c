package org.kartoteka.security.internal.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.SecondFactor;
import org.kartoteka.platform.api.security.SecondFactorProposal;
import org.kartoteka.platform.api.security.SecondFactorView;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.security.internal.RightsCeiling;
import org.kartoteka.security.internal.key.KeyFile;
import org.kartoteka.security.internal.key.SecretBox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors in their tables; the secrets are locked with a key of the installation. */
@Component(
    service = {SecondFactor.class, SecondFactorService.class},
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class SecondFactorService implements SecondFactor {

  private static final String MANAGE_USERS = "security.user.manage";
  private static final int SECRET_BYTES = 20;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final AccessControl access;
  private final RecentProof proof;
  private final ChangeHistory history;
  private final Clock clock;
  private final RightsCeiling ceiling;
  private final SecretBox box;
  private final RecoveryCodes recoveryCodes;
  private final SecureRandom random = new SecureRandom();
  private final AtomicInteger edition = new AtomicInteger();

  private record Kept(byte[] box, Instant confirmedAt, long lastStep) {}

  @Activate
  public SecondFactorService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference ChangeHistory history,
      @Reference Clock clock,
      @Reference Installation installation,
      @Reference RightsCeiling ceiling) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.access = access;
    this.proof = proof;
    this.history = history;
    this.clock = clock;
    this.ceiling = ceiling;
    this.box = new SecretBox(KeyFile.of(installation, "secrets"));
    this.recoveryCodes = new RecoveryCodes(unitOfWork);
  }

  @Override
  public SecondFactorView mine() {
    return view(currentUser.require().id());
  }

  @Override
  public SecondFactorView of(UserId user) {
    access.require(MANAGE_USERS);
    return view(user);
  }

  private SecondFactorView view(UserId user) {
    return unitOfWork.call(
        () ->
            new SecondFactorView(
                kept(user).map(Kept::confirmedAt).orElse(null),
                isDemanded(user),
                recoveryCodes.left(user)));
  }

  /** Grows whenever somebody has one now, or none, or must have one. */
  public int edition() {
    return edition.get();
  }

  /** Whether a user has one. */
  public boolean isPresent(UserId user) {
    return unitOfWork.call(() -> kept(user).filter(one -> one.confirmedAt() != null).isPresent());
  }

  /** Whether the roles of a user, his own and those of his groups, demand one. */
  public boolean isDemanded(UserId user) {
    return unitOfWork.call(
            () ->
                Sql.of(
                        unitOfWork,
                        "select count(*) from security.role where needs_second_factor and name in"
                            + " (select role from security.user_role where user_id = ? union all"
                            + " select role from security.user_group_role r join"
                            + " security.user_group_member m using (group_id) where m.user_id = ?)",
                        user,
                        user)
                    .number())
        > 0;
  }

  /** Whether the code is right: one of the authenticator, or a recovery code; it is used up. */
  public boolean check(UserId user, String typed) {
    String code = typed == null ? "" : typed.replaceAll("\\s", "");
    return unitOfWork.call(
        () ->
            kept(user).filter(one -> one.confirmedAt() != null).isPresent()
                && (takeCode(user, code) || recoveryCodes.take(user, code)));
  }

  private boolean takeCode(UserId user, String code) {
    Kept kept = kept(user).orElseThrow();
    OptionalLong step =
        Totp.match(box.unlock(kept.box(), owner(user)), code, clock.instant(), kept.lastStep());
    return step.isPresent()
        && Sql.of(
                    unitOfWork,
                    "update security.second_factor set last_step = ? where user_id = ? and last_step"
                        + " < ?",
                    step.getAsLong(),
                    user,
                    step.getAsLong())
                .update()
            > 0;
  }

  @Override
  public SecondFactorProposal propose() {
    User user = currentUser.require();
    proof.requireInPerson();
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    unitOfWork.run(
        () -> {
          refusePresent(user.id());
          Sql.of(
                  unitOfWork,
                  "insert into security.second_factor (user_id, secret) values (?, ?) on conflict"
                      + " (user_id) do update set secret = excluded.secret, last_step = 0",
                  user.id(),
                  box.lock(secret, owner(user.id())))
              .update();
        });
    return new SecondFactorProposal(Base32.of(secret), address(user.name(), Base32.of(secret)));
  }

  private void refusePresent(UserId user) {
    if (isPresent(user)) {
      throw new Refused("security.second-factor.present");
    }
  }

  private static String address(String name, String secret) {
    String who = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/Kartoteka:" + who + "?secret=" + secret + "&issuer=Kartoteka";
  }

  @Override
  public List<String> confirm(String code) {
    User user = currentUser.require();
    proof.requireInPerson();
    return unitOfWork.call(
        () -> {
          refusePresent(user.id());
          if (kept(user.id()).isEmpty() || !takeCode(user.id(), code == null ? "" : code.strip())) {
            throw new InvalidInput(FieldError.of("code", "codeWrong"));
          }
          Sql.of(
                  unitOfWork,
                  "update security.second_factor set confirmed_at = ? where user_id = ?",
                  clock.instant(),
                  user.id())
              .update();
          note(user.id(), "-", "+");
          return recoveryCodes.renew(user.id());
        });
  }

  @Override
  public List<String> renewRecoveryCodes() {
    UserId user = currentUser.require().id();
    proof.requireInPerson();
    return unitOfWork.call(
        () -> {
          if (!isPresent(user)) {
            throw new NotFound("second-factor", "");
          }
          return recoveryCodes.renew(user);
        });
  }

  @Override
  public void remove() {
    UserId user = currentUser.require().id();
    proof.requireInPerson();
    if (isDemanded(user)) {
      throw new Refused("security.second-factor.demanded");
    }
    drop(user);
  }

  @Override
  public void reset(UserId user) {
    access.require(MANAGE_USERS);
    proof.requireRecent();
    unitOfWork.run(
        () -> {
          ceiling.guard(user);
          drop(user);
        });
  }

  private void drop(UserId user) {
    unitOfWork.run(
        () -> {
          recoveryCodes.remove(user);
          int dropped =
              Sql.of(unitOfWork, "delete from security.second_factor where user_id = ?", user)
                  .update();
          if (dropped > 0) {
            note(user, "+", "-");
          }
        });
  }

  private void changed() {
    unitOfWork.afterCommit(edition::incrementAndGet);
  }

  private void note(UserId user, String before, String after) {
    changed();
    String name =
        Sql.of(unitOfWork, "select full_name from security.app_user where id = ?", user)
            .first(row -> row.getString(1))
            .orElse("");
    history.record(
        ChangeView.Kind.CHANGED,
        RecordRef.of("user", user, name),
        List.of(new FieldChange("secondFactor", before, after)));
  }

  @Override
  public Set<String> demandingRoles() {
    currentUser.require();
    return unitOfWork.call(
        () ->
            Sql.of(
                    unitOfWork,
                    "select name from security.role where needs_second_factor order by name")
                .list(row -> row.getString(1))
                .stream()
                .collect(Collectors.toSet()));
  }

  @Override
  public void demandFrom(Set<String> roles) {
    access.require(MANAGE_USERS);
    proof.requireRecent();
    unitOfWork.run(
        () -> {
          Sql.of(unitOfWork, "update security.role set needs_second_factor = name = any(?)", roles)
              .update();
          changed();
        });
  }

  private Optional<Kept> kept(UserId user) {
    return Sql.of(unitOfWork, "select * from security.second_factor where user_id = ?", user)
        .first(SecondFactorService::kept);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getBytes("secret"), Sql.instant(row, "confirmed_at"), row.getLong("last_step"));
  }

  private static byte[] owner(UserId user) {
    return ByteBuffer.allocate(Long.BYTES).putLong(user.value()).array();
  }
}
