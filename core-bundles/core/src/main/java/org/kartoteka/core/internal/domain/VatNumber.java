package org.kartoteka.core.internal.domain;

import java.util.Map;
import java.util.regex.Pattern;

/** VAT numbers of the European Union: the form of each country, check digits of ours. */
final class VatNumber {

  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          form("AT", "U\\d{8}"),
          form("BE", "[01]?\\d{9}"),
          form("BG", "\\d{9,10}"),
          form("CY", "\\d{8}[A-Z]"),
          form("CZ", "\\d{8,10}"),
          form("DE", "\\d{9}"),
          form("DK", "\\d{8}"),
          form("EE", "\\d{9}"),
          form("EL", "\\d{8,9}"),
          form("GR", "\\d{8,9}"),
          form("ES", "[0-9A-Z]\\d{7}[0-9A-Z]"),
          form("FI", "\\d{8}"),
          form("FR", "[0-9A-Z]{2}\\d{9}"),
          form("HR", "\\d{11}"),
          form("HU", "\\d{8}"),
          form("IE", "\\d[0-9A-Z+*]\\d{5}[A-Z]{1,2}"),
          form("IT", "\\d{11}"),
          form("LT", "\\d{9}|\\d{12}"),
          form("LU", "\\d{8}"),
          form("LV", "\\d{11}"),
          form("MT", "\\d{8}"),
          form("NL", "[0-9A-Z+*]{10}\\d{2}"),
          form("PL", "\\d{10}"),
          form("PT", "\\d{9}"),
          form("RO", "\\d{2,10}"),
          form("SE", "\\d{12}"),
          form("SI", "\\d{8}"),
          form("SK", "\\d{10}"),
          form("XI", "\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}"));

  private VatNumber() {}

  static boolean hasForm(String number) {
    Pattern form = FORMS.get(number.substring(0, 2));
    return form != null && form.matcher(number.substring(2)).matches();
  }

  static boolean isValid(String number) {
    String rest = number.substring(2);
    return switch (number.substring(0, 2)) {
      case "PL" -> CheckDigits.plNip(rest);
      case "BG" -> CheckDigits.bgVat(rest);
      default -> true;
    };
  }

  private static Map.Entry<String, Pattern> form(String country, String form) {
    return Map.entry(country, Pattern.compile(form));
  }
}
