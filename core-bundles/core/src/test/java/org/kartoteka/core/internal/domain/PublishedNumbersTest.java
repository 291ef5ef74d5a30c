package org.kartoteka.core.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.testing.TestData;

/**
 * Numbers that firms and offices publish as their own, numbers worked out by hand, and what every
 * scheme promises: that a wrong digit is noticed.
 */
class PublishedNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "PL_NIP, 5213017228", // ZUS
    "PL_NIP, 7740001454", // Orlen
    "PL_NIP, 5250007738", // PKO BP
    "PL_REGON, 000017756", // ZUS
    "PL_REGON, 610188201", // Orlen
    "PL_REGON, 016298263", // PKO BP
    "BG_EIK, 000694037", // Bulgarian National Bank
    "RU_INN, 7736050003", // Gazprom
    "RU_INN, 7736207543", // Yandex
    "RU_INN, 7706107510", // Rosneft
    "RU_OGRN, 1027700132195", // Sberbank
    "RU_OGRN, 1027700070518", // Gazprom
    "RU_OGRN, 1027700229193", // Yandex
    "EU_VAT, PL5213017228",
    "EU_VAT, BG000694037",
    "LEI, 506700GE1G29325QX363", // GLEIF itself
  })
  void accepts_what_their_holders_publish(String type, String number) {
    assertEquals(List.of(), IdentifierTypeTest.codes(type, number));
  }

  @ParameterizedTest
  @CsvSource({
    // 1*6 + 2*5 + 3*7 + 4*2 + 5*3 + 6*4 + 3*5 + 2*6 + 1*7 = 118 = 10*11 + 8
    "PL_NIP, 1234563218",
    // 1*8 + 2*9 + 3*2 + 4*3 + 5*4 + 6*5 + 7*6 + 8*7 = 192 = 17*11 + 5
    "PL_REGON, 123456785",
    // 1 January 1900: 1*9 + 1*3 = 12, 20 - 12 = 8
    "PL_PESEL, 00010100008",
    // 29 February 2000, months from 21 on: 2*7 + 2*9 + 2*1 + 9*3 = 61, 70 - 61 = 9
    "PL_PESEL, 00222900009",
    // 1*1 + 2*2 + ... + 8*8 = 204 = 18*11 + 6
    "BG_EIK, 123456786",
    // 4*8 = 32 = 2*11 + 10, so the second weights: 4*10 = 40 = 3*11 + 7
    "BG_EIK, 000000047",
    // 8*1 + 3*8 = 32 leaves 10, and 8*3 + 3*10 = 54 leaves 10 again: 0
    "BG_EIK, 800000030",
    // 1 January 2000, months from 41 on: 4*8 + 1*5 + 1*9 = 46 = 4*11 + 2
    "BG_EGN, 0041010002",
    // 1*2 + 2*4 + 3*10 + 4*3 + 5*5 + 6*9 + 7*4 + 8*6 + 9*8 = 279 = 25*11 + 4
    "RU_INN, 1234567894",
    // 100000000000 = 9090909090*11 + 10, of which the last digit
    "RU_OGRN, 1000000000000",
    // 30000000000000 = 2307692307692*13 + 4
    "RU_OGRN, 300000000000004",
  })
  void accepts_what_was_worked_out_by_hand(String type, String number) {
    assertEquals(List.of(), IdentifierTypeTest.codes(type, number));
  }

  @ParameterizedTest
  @CsvSource({
    "PL_PESEL, 00022900003", // 1900 had no 29 February; the check digit is right
    "BG_EGN, 0002290001", // the same in Bulgaria
    "PL_NIP, 0000000000",
    "BG_EIK, 000000000",
    "RU_INN, 0000000000",
    "RU_OGRN, 500000000000001", // an entrepreneur's begins with 3 or 4
  })
  void refuses_what_nobody_can_have(String type, String number) {
    assertEquals(List.of("checkDigit"), IdentifierTypeTest.codes(type, number));
  }

  @Test
  void accepts_the_identifiers_that_gleif_publishes() throws IOException {
    List<String> refused = new ArrayList<>();
    int count = 0;
    for (Path file : TestData.files("companies/gleif")) {
      String lei =
          new ObjectMapper().readTree(Files.readAllBytes(file)).path("data").path("id").asText();
      count++;
      if (!IdentifierTypeTest.codes("LEI", lei).isEmpty()) {
        refused.add(lei);
      }
    }

    assertEquals(2, count);
    assertEquals(List.of(), refused);
  }

  /** The examples of the registry of ISO 13616. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AD12 0001 2030 2003 5910 0100",
        "AT61 1904 3002 3457 3201",
        "BE68 5390 0754 7034",
        "BG80 BNBG 9661 1020 3456 78",
        "CH93 0076 2011 6238 5295 7",
        "CZ65 0800 0000 1920 0014 5399",
        "DE89 3704 0044 0532 0130 00",
        "DK50 0040 0440 1162 43",
        "EE38 2200 2210 2014 5685",
        "ES91 2100 0418 4502 0005 1332",
        "FI21 1234 5600 0007 85",
        "FR14 2004 1010 0505 0001 3M02 606",
        "GB29 NWBK 6016 1331 9268 19",
        "GR16 0110 1250 0000 0001 2300 695",
        "HU42 1177 3016 1111 1018 0000 0000",
        "IT60 X054 2811 1010 0000 0123 456",
        "LT12 1000 0111 0100 1000",
        "LV80 BANK 0000 4351 9500 1",
        "NL91 ABNA 0417 1643 00",
        "NO93 8601 1117 947",
        "PL61 1090 1014 0000 0712 1981 2874",
        "PT50 0002 0123 1234 5678 9015 4",
        "RO49 AAAA 1B31 0075 9384 0000",
        "SE45 5000 0000 0583 9825 7466",
        "SK31 1200 0000 1987 4263 7541",
        "TR33 0006 1005 1978 6457 8413 26",
        "UA21 3223 1300 0002 6007 2335 6600 1",
      })
  void accepts_the_account_numbers_of_the_registry(String iban) {
    String normal = BankAccountNumber.normalIban(iban);

    assertTrue(BankAccountNumber.isIban(normal));
    assertEquals(List.of(), unnoticed(normal, 4, BankAccountNumber::isIban));
    assertFalse(BankAccountNumber.isIban(normal + "0"));
  }

  /** Their weights have no factor in common with the modulus: no wrong digit goes unnoticed. */
  @ParameterizedTest
  @CsvSource({
    "PL_NIP, 5213017228, 0",
    "PL_NIP, 1234563218, 0",
    "EU_VAT, PL5213017228, 2",
    "LEI, 506700GE1G29325QX363, 0",
  })
  void notices_every_wrong_digit(String type, String number, int from) {
    Predicate<String> accepted = one -> IdentifierTypeTest.codes(type, one).isEmpty();

    assertEquals(List.of(), unnoticed(number, from, accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "PL_REGON, 610188201",
    "PL_PESEL, 44051401359",
    "BG_EIK, 000694037",
    "BG_EGN, 7523169263",
    "RU_INN, 7736050003",
    "RU_OGRN, 1027700132195",
  })
  void takes_one_check_digit_only(String type, String number) {
    String body = number.substring(0, number.length() - 1);
    List<String> accepted = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      if (IdentifierTypeTest.codes(type, body + digit).isEmpty()) {
        accepted.add(body + digit);
      }
    }

    assertEquals(List.of(number), accepted);
  }

  /** The numbers with one digit changed that are accepted all the same. */
  private static List<String> unnoticed(String number, int from, Predicate<String> accepted) {
    List<String> unnoticed = new ArrayList<>();
    for (int i = from; i < number.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (Character.isDigit(number.charAt(i)) && number.charAt(i) != digit) {
          String wrong = number.substring(0, i) + digit + number.substring(i + 1);
          if (accepted.test(wrong)) {
            unnoticed.add(wrong);
          }
        }
      }
    }
    return unnoticed;
  }
}
