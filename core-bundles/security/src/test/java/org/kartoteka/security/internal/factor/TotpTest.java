package org.kartoteka.security.internal.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, SHA-1; of its eight digits the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))));
  }

  @Test
  void takesACodeOfTheNeighbouringStepsButNoneTwice() {
    Instant now = Instant.ofEpochSecond(1111111111);
    long step = Totp.step(now);

    assertEquals(step - 1, Totp.match(SECRET, "081804", now, 0).getAsLong());
    assertTrue(Totp.match(SECRET, Totp.code(SECRET, step - 2), now, 0).isEmpty());
    assertTrue(Totp.match(SECRET, Totp.code(SECRET, step + 2), now, 0).isEmpty());
    assertTrue(Totp.match(SECRET, "050471", now, step).isEmpty());
    assertTrue(Totp.match(SECRET, "", now, 0).isEmpty());
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void writesBase32(String text, String written) {
    assertEquals(written, Base32.of(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
