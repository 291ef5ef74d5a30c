package org.kartoteka.core.internal.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail and web addresses: their form only; nobody is asked whether they answer. */
public final class NetAddress {

  private static final String LABEL =
      "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
  private static final String HOST =
      LABEL + "(?:\\." + LABEL + ")*\\.(?:\\p{L}[\\p{L}\\p{M}]{1,62}|xn--[a-z0-9-]{1,59})";
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*@"
              + HOST,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WEB =
      Pattern.compile(
          "(?:https?://)?" + HOST + "\\.?(?::\\d{1,5})?(?:[/?#][^\\s\"<>\\\\]*)?",
          Pattern.CASE_INSENSITIVE);
  private static final int MAX_EMAIL = 254;
  private static final int MAX_LOCAL_PART = 64;

  private NetAddress() {}

  /** The e-mail address with its domain in small letters. */
  public static String normalEmail(String value) {
    String address = value.regionMatches(true, 0, "mailto:", 0, 7) ? value.substring(7) : value;
    int at = address.lastIndexOf('@');
    return at < 0
        ? address
        : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }

  /** Whether it has the form of an e-mail address. */
  public static boolean isEmail(String value) {
    return value.length() <= MAX_EMAIL
        && value.indexOf('@') <= MAX_LOCAL_PART
        && EMAIL.matcher(value).matches();
  }

  /** Whether it has the form of a web address, with or without http. */
  public static boolean isWeb(String value) {
    return WEB.matcher(value).matches();
  }
}
