package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.PasswordChangeNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SignInStep;
import org.kartoteka.platform.api.security.User;

class TemporaryPasswordTest {

  private static final Origin BROWSER = new Origin("192.0.2.1", "Firefox/128", "device");
  private static final String GIVEN = "told at the front desk";
  private static final String OWN = "known to nobody else";

  private final People people = new People();
  private final User ann = people.add("ann", "MANAGER");

  @Test
  void itsUserChoosesHisOwnBeforeAnythingElse() {
    give(true);
    SignInStep step = byPassword(GIVEN);

    assertEquals(SignInStep.Need.PASSWORD, step.need());
    assertThrows(PasswordChangeNeeded.class, () -> people.signIn.enter(step));
    SignInStep ready = people.signIn.choosePassword(step, OWN);

    people.signIn.enter(ready);
    assertEquals(SignInStep.Need.NOTHING, byPassword(OWN).need());
    assertTrue(people.signIn.byPassword("ann", GIVEN, BROWSER).isEmpty());
  }

  @Test
  void aWeakOneOrTheSameAgainIsRefusedAndNothingChanges() {
    give(true);
    SignInStep step = byPassword(GIVEN);

    assertEquals(List.of("passwordTooShort"), refusal(step, "short"));
    assertEquals(List.of("passwordSame"), refusal(step, GIVEN));
    assertEquals(SignInStep.Need.PASSWORD, byPassword(GIVEN).need());
  }

  @Test
  void aProgramIsRefusedUntilThen() {
    give(true);
    assertThrows(
        PasswordChangeNeeded.class,
        () -> people.authentication.byPassword("ann", GIVEN, "192.0.2.1"));

    people.signIn.choosePassword(byPassword(GIVEN), OWN);

    assertTrue(people.authentication.byPassword("ann", OWN, "192.0.2.1").isPresent());
  }

  @Test
  void anOldStepChoosesNothingAfterSomebodyHasChosen() {
    give(true);
    SignInStep first = byPassword(GIVEN);
    SignInStep second = byPassword(GIVEN);
    people.signIn.choosePassword(first, OWN);

    assertThrows(Refused.class, () -> people.signIn.choosePassword(second, "of somebody else"));
    assertEquals(SignInStep.Need.NOTHING, byPassword(OWN).need());
  }

  @Test
  void aLastingOneOpensAtOnce() {
    give(false);

    assertEquals(SignInStep.Need.NOTHING, byPassword(GIVEN).need());
  }

  private void give(boolean temporary) {
    people.unitOfWork.run(
        () -> people.users.setPasswordHash(ann.id(), PasswordHash.of(GIVEN), temporary));
  }

  private SignInStep byPassword(String password) {
    return people.signIn.byPassword("ann", password, BROWSER).orElseThrow();
  }

  private List<String> refusal(SignInStep step, String password) {
    InvalidInput refused =
        assertThrows(InvalidInput.class, () -> people.signIn.choosePassword(step, password));
    return refused.errors().stream().map(error -> error.code()).toList();
  }
}
