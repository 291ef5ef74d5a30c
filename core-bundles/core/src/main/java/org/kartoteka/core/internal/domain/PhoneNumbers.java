package org.kartoteka.core.internal.domain;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers in E.164 where they can be understood. */
public final class PhoneNumbers {

  private static final int LEAST_DIGITS = 3;
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /**
   * The number in E.164 when it is a valid one as dialled in the region; else as it was written.
   *
   * @param region ISO 3166-1 alpha-2
   */
  public static String normal(String value, String region) {
    try {
      PhoneNumber number = NUMBERS.parse(value, region);
      if (!number.hasExtension() && NUMBERS.isValidNumber(number)) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException notUnderstood) {
      return value;
    }
    return value;
  }

  /** Whether there are digits enough to call anybody. */
  static boolean isDialable(String value) {
    return value.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
  }
}
