package org.kartoteka.core.internal.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** International bank account numbers (ISO 13616) and bank identifiers (ISO 9362). */
public final class BankAccountNumber {

  private static final String TABLE =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30";

  private static final Map<String, Integer> LENGTHS = lengths();
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[0-9A-Z]{11,30}");
  private static final Pattern BIC =
      Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

  private BankAccountNumber() {}

  /**
   * The IBAN without blanks. 26 digits are taken for a Polish account number written without its
   * country, as is usual there.
   */
  public static String normalIban(String value) {
    String compact = SearchKey.compact(value).toUpperCase(Locale.ROOT);
    if (compact.startsWith("IBAN")) {
      compact = compact.substring(4);
    }
    return compact.matches("\\d{26}") ? "PL" + compact : compact;
  }

  /** Whether a normal IBAN has its country's length and the right check digits. */
  public static boolean isIban(String normal) {
    return IBAN.matcher(normal).matches()
        && LENGTHS.getOrDefault(normal.substring(0, 2), 0) == normal.length()
        && CheckDigits.mod97(normal.substring(4) + normal.substring(0, 4)) == 1;
  }

  /** The BIC without blanks, in capital letters. */
  public static String normalBic(String value) {
    return SearchKey.compact(value).toUpperCase(Locale.ROOT);
  }

  /** Whether it has the form of a BIC. */
  public static boolean isBic(String normal) {
    return BIC.matcher(normal).matches();
  }

  private static Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : TABLE.split(" ")) {
      lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
    return Map.copyOf(lengths);
  }
}
