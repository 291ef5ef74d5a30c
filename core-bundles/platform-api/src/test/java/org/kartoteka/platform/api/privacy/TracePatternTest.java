package org.kartoteka.platform.api.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracePatternTest {

  private static final Pattern PATTERN =
      Pattern.compile(
          TracePattern.of(
              List.of(
                  "Żółć-Łęcka", "Jan \"Kuba\" Łęcki", "j.lecki@poczta.example", "+48601987654")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @ParameterizedTest
  @CsvSource({
    "pani ŻÓŁĆ-ŁĘCKA dzwoniła, true",
    "{\"name\": \"Jan \\\"Kuba\\\"  Łęcki\"}, true",
    "J.Lecki@poczta.example, true",
    "jxlecki@poczta.example, false",
    "601 987 654, true",
    "(601) 987-654, true",
    "0048601987654, true",
    "601 987 655, false",
  })
  void finds_what_people_write(String text, boolean found) {
    assertEquals(found, PATTERN.matcher(text).find());
  }
}
