package org.kartoteka.core.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.kartoteka.platform.api.problem.Findings;

/** The types of official numbers whose form and check digits are known. */
public enum IdentifierType {
  PL_NIP(CheckDigits::plNip, "\\d{10}", "10", "NIP", "PL"),
  PL_REGON(CheckDigits::plRegon, "\\d{9}|\\d{14}", "9 / 14", "REGON"),
  PL_PESEL(CheckDigits::plPesel, "\\d{11}", "11", "PESEL"),
  BG_EIK(CheckDigits::bgEik, "\\d{9}|\\d{13}", "9 / 13", "EIK", "ЕИК", "BULSTAT", "БУЛСТАТ", "BG"),
  BG_EGN(CheckDigits::bgEgn, "\\d{10}", "10", "EGN", "ЕГН"),
  RU_INN(CheckDigits::ruInn, "\\d{10}|\\d{12}", "10 / 12", "INN", "ИНН"),
  RU_OGRN(CheckDigits::ruOgrn, "\\d{13}|\\d{15}", "13 / 15", "OGRNIP", "ОГРНИП", "OGRN", "ОГРН"),
  RU_KPP(n -> true, "\\d{4}[0-9A-Z]{2}\\d{3}", "9", "KPP", "КПП"),
  EU_VAT(VatNumber::isValid, "[A-Z]{2}[0-9A-Z+*]{2,13}", "PL1234567890"),
  LEI(n -> CheckDigits.mod97(n) == 1, "[0-9A-Z]{18}\\d{2}", "20", "LEI");

  private final Predicate<String> check;
  private final String form;
  private final String expected;
  private final List<String> prefixes;

  IdentifierType(Predicate<String> check, String form, String expected, String... prefixes) {
    this.check = check;
    this.form = form;
    this.expected = expected;
    this.prefixes = List.of(prefixes);
  }

  /** The type of this name; empty when it is none of the known ones. */
  public static Optional<IdentifierType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** The number without blanks, dashes, dots and a leading name or country. */
  public String normal(String value) {
    String compact = SearchKey.compact(value).toUpperCase(Locale.ROOT);
    for (String prefix : prefixes) {
      if (compact.startsWith(prefix) && compact.length() > prefix.length()) {
        String rest = compact.substring(prefix.length());
        if (this != LEI || rest.length() == 20) {
          return rest;
        }
      }
    }
    return compact;
  }

  /** Checks a normal number and notes what is wrong with it. */
  public void check(String field, String normal, Findings findings) {
    if (!normal.matches(form) || this == EU_VAT && !VatNumber.hasForm(normal)) {
      findings.add(field, this == RU_KPP || this == EU_VAT ? "format" : "length", expected);
    } else if (!check.test(normal)) {
      findings.add(field, "checkDigit");
    }
  }
}
