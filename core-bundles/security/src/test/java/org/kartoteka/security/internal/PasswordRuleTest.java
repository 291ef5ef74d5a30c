package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.problem.InvalidInput;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"correct horse", "зелёная лошадь", "only lower case letters", "żółta łódź…"})
  void takesAnyLongPassword(String password) {
    assertDoesNotThrow(() -> PasswordRule.check(password + "!!", "ann", false));
  }

  @Test
  void lengthCountsCharactersAsPeopleDo() {
    assertDoesNotThrow(() -> PasswordRule.check("a🐎b🐎c🐎d🐎e🐎f🐎", "ann", false));
    assertEquals("passwordTooShort", refused("a🐎b🐎c🐎d🐎", false));
    assertEquals("passwordTooShort", refused("eleven char", false));
    assertDoesNotThrow(() -> PasswordRule.check("eight ch", "ann", true));
    assertEquals("passwordTooShort", refused("seven c", true));
    assertEquals("passwordTooShort", refused(null, true));
    assertDoesNotThrow(() -> PasswordRule.check("ab".repeat(62) + "four", "ann", false));
    assertEquals("tooLong", refused("abcd".repeat(33), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "Password1", "1234567890", "qwertyuiop", "iloveyou1"})
  void refusesCommonOnes(String password) {
    assertEquals("passwordCommon", refused(password, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.kowalska", "a.kowalska1", "A.KOWALSKAa.kowalska", "aaaaaaaaaaaaaa"})
  void refusesTheUserNameAndRepetition(String password) {
    InvalidInput refused =
        assertThrows(InvalidInput.class, () -> PasswordRule.check(password, "a.kowalska", true));

    assertEquals("passwordCommon", refused.errors().get(0).code());
  }

  private static String refused(String password, boolean secondFactor) {
    return assertThrows(InvalidInput.class, () -> PasswordRule.check(password, "ann", secondFactor))
        .errors()
        .get(0)
        .code();
  }
}
