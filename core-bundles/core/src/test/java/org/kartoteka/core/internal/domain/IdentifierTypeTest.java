package org.kartoteka.core.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;

class IdentifierTypeTest {

  @ParameterizedTest
  @CsvSource({
    "PL_NIP, 8567346215",
    "PL_NIP, 856-734-62-15",
    "PL_NIP, PL 5260250274",
    "PL_NIP, NIP: 526 025 02 74",
    "PL_REGON, 192598184",
    "PL_REGON, 123456785",
    "PL_REGON, 12345678512347",
    "PL_PESEL, 44051401359",
    "BG_EIK, 175074752",
    "BG_EIK, 831641791",
    "BG_EIK, BG121814067",
    "BG_EIK, ЕИК 121814067",
    "BG_EIK, 1750747520019",
    "BG_EGN, 7523169263",
    "BG_EGN, 8032056031",
    "RU_INN, 7707083893",
    "RU_INN, 1234567894",
    "RU_INN, 500100732259",
    "RU_INN, ИНН 123456789047",
    "RU_OGRN, 1022200525819",
    "RU_OGRN, 385768585948949",
    "RU_KPP, 773601001",
    "RU_KPP, 7736ab001",
    "EU_VAT, PL 856-734-62-15",
    "EU_VAT, BG 175074752",
    "EU_VAT, DE 136695976",
    "EU_VAT, ATU13585627",
    "EU_VAT, EL 094259216",
    "LEI, 213800KUD8LAJWSQ9D15",
  })
  void accepts_right_numbers(String type, String value) {
    assertEquals(List.of(), codes(type, value));
  }

  @ParameterizedTest
  @CsvSource({
    "PL_NIP, 8567346216, checkDigit",
    "PL_NIP, 0000000000, checkDigit",
    "PL_NIP, 856734621, length",
    "PL_NIP, 85673462I5, length",
    "PL_REGON, 192598183, checkDigit",
    "PL_REGON, 12345678512348, checkDigit",
    "PL_REGON, 1234567851, length",
    "PL_PESEL, 44051401358, checkDigit",
    "PL_PESEL, 44133401354, checkDigit",
    "BG_EIK, 175074751, checkDigit",
    "BG_EGN, 7523169264, checkDigit",
    "BG_EGN, 8019010008, checkDigit",
    "RU_INN, 7707083894, checkDigit",
    "RU_INN, 123456789037, checkDigit",
    "RU_INN, 12345, length",
    "RU_OGRN, 1022500001328, checkDigit",
    "RU_KPP, 77360100A, format",
    "EU_VAT, PL8567346216, checkDigit",
    "EU_VAT, BG175074751, checkDigit",
    "EU_VAT, US123456789, format",
    "EU_VAT, DE12345, format",
    "EU_VAT, 8567346215, format",
    "LEI, 213800KUD8LAJWSQ9D16, checkDigit",
    "LEI, 213800KUD8LAJWSQ9D1, length",
  })
  void refuses_wrong_numbers(String type, String value, String code) {
    assertEquals(List.of(code), codes(type, value));
  }

  @ParameterizedTest
  @CsvSource({
    "PL_NIP, PL 856-734-62-15, 8567346215",
    "RU_INN, инн 7707083893, 7707083893",
    "EU_VAT, bg 175074752, BG175074752",
    "BG_EIK, BG 175074752, 175074752",
  })
  void keeps_the_bare_number(String type, String value, String normal) {
    assertEquals(normal, IdentifierType.valueOf(type).normal(value));
  }

  static List<String> codes(String type, String value) {
    IdentifierType known = IdentifierType.valueOf(type);
    Findings findings = new Findings();
    known.check("value", known.normal(value), findings);
    try {
      findings.throwIfAny();
      return List.of();
    } catch (InvalidInput invalid) {
      return invalid.errors().stream().map(FieldError::code).toList();
    }
  }
}
