package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.SecondFactorNeeded;
import org.kartoteka.platform.api.problem.TooManyAttempts;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SignInStep;
import org.kartoteka.platform.api.security.User;

class SecondFactorTest {

  private static final Origin BROWSER = new Origin("192.0.2.1", "Firefox/128", "device");

  private final People people = new People();
  private final User ann = people.add("ann", "MANAGER");
  private String secret;

  @Test
  void whoHasOneIsAskedForACodeAndEntersWithIt() throws Exception {
    setUp();
    SignInStep step = byPassword();

    assertEquals(SignInStep.Need.CODE, step.need());
    assertThrows(SecondFactorNeeded.class, () -> people.signIn.enter(step));
    assertTrue(people.signIn.byCode(step, "000000").isEmpty());
    SignInStep right = people.signIn.byCode(step, code()).orElseThrow();
    SessionId session = people.signIn.enter(right);

    assertTrue(people.sessions.resume(session, "192.0.2.1").isPresent());
    assertTrue(people.signIn.byCode(step, code()).isEmpty(), "a code opens once");
    people.sessions.end(session);
    assertEquals(
        List.of(
            AuditAct.SIGN_IN_FAILED,
            AuditAct.SIGNED_IN,
            AuditAct.SIGN_IN_FAILED,
            AuditAct.SIGNED_OUT),
        people.audit.entries().stream().map(AuditEntry::act).toList());
  }

  @Test
  void aRecoveryCodeOpensOnce() throws Exception {
    List<String> codes = setUp();

    assertEquals(10, Set.copyOf(codes).size());
    assertTrue(people.signIn.byCode(byPassword(), codes.get(3).toUpperCase()).isPresent());
    assertTrue(people.signIn.byCode(byPassword(), codes.get(3)).isEmpty());
    assertEquals(9, people.secondFactor.of(ann.id()).recoveryCodes());
  }

  @Test
  void guessingCodesIsSlowedDown() throws Exception {
    setUp();
    SignInStep step = byPassword();
    for (int i = 0; i < Throttle.FREE_AT_ONE_PLACE; i++) {
      people.signIn.byCode(step, "wrong");
    }

    assertThrows(TooManyAttempts.class, () -> people.signIn.byCode(step, code()));
  }

  @Test
  void programsNeedATokenInsteadOfThePassword() throws Exception {
    assertTrue(people.authentication.byPassword("ann", People.PASSWORD, "192.0.2.1").isPresent());

    setUp();

    assertThrows(
        SecondFactorNeeded.class,
        () -> people.authentication.byPassword("ann", People.PASSWORD, "192.0.2.1"));
    assertTrue(people.authentication.byPassword("ann", "wrong", "192.0.2.1").isEmpty());
  }

  @Test
  void aRoleMayDemandOneAndItsUsersAreLedThroughSettingItUp() throws Exception {
    people.secondFactor.demandFrom(Set.of("MANAGER"));
    SignInStep step = byPassword();
    assertEquals(SignInStep.Need.SETUP, step.need());
    assertThrows(SecondFactorNeeded.class, () -> people.signIn.enter(step));
    assertEquals(step, people.signIn.afterSetup(step));

    setUp();

    people.signIn.enter(people.signIn.afterSetup(step));
    people.as(ann, () -> assertThrows(Refused.class, people.secondFactor::remove));
    people.secondFactor.reset(ann.id());
    assertEquals(SignInStep.Need.SETUP, byPassword().need());
  }

  @Test
  void theRolesOfHisGroupsDemandItToo() {
    people.secondFactor.demandFrom(Set.of("SALESPERSON"));
    assertEquals(SignInStep.Need.NOTHING, byPassword().need());
    people.unitOfWork.run(
        () -> {
          long group =
              Sql.of(
                      people.unitOfWork,
                      "insert into security.user_group (name) values ('sales') returning id")
                  .number();
          Sql.of(
                  people.unitOfWork,
                  "insert into security.user_group_role values (?, 'SALESPERSON')",
                  group)
              .update();
          Sql.of(
                  people.unitOfWork,
                  "insert into security.user_group_member values (?, ?)",
                  group,
                  ann.id())
              .update();
        });

    assertEquals(SignInStep.Need.SETUP, byPassword().need());
  }

  @Test
  void theSecretIsKeptLockedAndOpensForItsOwnerAlone() throws Exception {
    setUp();
    User bob = people.add("bob", "MANAGER");

    String kept =
        people.unitOfWork.call(
            () ->
                Sql.of(
                        people.unitOfWork,
                        "select encode(secret, 'hex') from security.second_factor")
                    .first(row -> row.getString(1))
                    .orElseThrow());
    people.unitOfWork.run(
        () ->
            Sql.of(
                    people.unitOfWork,
                    "insert into security.second_factor select ?, secret, confirmed_at, 0 from"
                        + " security.second_factor",
                    bob.id())
                .update());

    assertFalse(kept.contains(HexFormat.of().formatHex(bytes(secret))));
    assertThrows(IllegalStateException.class, () -> people.secondFactor.check(bob.id(), "123456"));
  }

  @Test
  void isChangedOnlyInPersonAndConfirmedByACode() {
    people.acting.runAs(ann, people.secondFactor::propose);
    people.as(
        ann, () -> assertThrows(InvalidInput.class, () -> people.secondFactor.confirm("000000")));
    assertFalse(people.secondFactor.isPresent(ann.id()));

    people.acting.provedLongAgo();
    people.as(
        ann,
        () -> {
          assertThrows(ProofNeeded.class, people.secondFactor::propose);
          assertThrows(ProofNeeded.class, people.secondFactor::renewRecoveryCodes);
          assertThrows(ProofNeeded.class, people.secondFactor::remove);
        });
  }

  @Test
  void aShorterPasswordWillDoWithIt() throws Exception {
    String shorter = "eightlet";
    people.as(
        ann,
        () ->
            assertThrows(
                InvalidInput.class,
                () -> people.authentication.changeOwnPassword(People.PASSWORD, shorter)));
    setUp();

    people.as(ann, () -> people.authentication.changeOwnPassword(People.PASSWORD, shorter));

    assertTrue(people.signIn.byPassword("ann", shorter, BROWSER).isPresent());
  }

  private SignInStep byPassword() {
    return people.signIn.byPassword("ann", People.PASSWORD, BROWSER).orElseThrow();
  }

  private List<String> setUp() throws Exception {
    secret = people.acting.runAs(ann, people.secondFactor::propose).secret();
    String code = code();
    List<String> codes = people.acting.runAs(ann, () -> people.secondFactor.confirm(code));
    people.clock.forward(Duration.ofSeconds(60));
    return codes;
  }

  /** What an authenticator shows now. */
  private String code() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
    long step = people.clock.instant().getEpochSecond() / 30;
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
    return String.format("%06d", number % 1_000_000);
  }

  private static byte[] bytes(String base32) {
    BigInteger number = BigInteger.ZERO;
    for (char digit : base32.toCharArray()) {
      number =
          number
              .shiftLeft(5)
              .or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digit)));
    }
    byte[] bytes = new byte[20];
    byte[] read = number.toByteArray();
    int from = Math.max(0, read.length - 20);
    System.arraycopy(read, from, bytes, 20 - (read.length - from), read.length - from);
    return bytes;
  }
}
