package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  @Test
  void knowsTheRightPasswordAndNoOther() {
    String hash = PasswordHash.of("four words are enough");

    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertTrue(PasswordHash.matches("four words are enough", hash));
    assertFalse(PasswordHash.matches("four words are enough ", hash));
    assertNotEquals(hash, PasswordHash.of("four words are enough"));
  }

  @Test
  void knowsAHashMadeElsewhere() {
    // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertTrue(PasswordHash.matches("password", reference));
    assertFalse(PasswordHash.matches("passwort", reference));
  }

  @Test
  void nothingMatchesAHashThatCannotBeRead() {
    assertFalse(PasswordHash.matches("", ""));
  }
}
