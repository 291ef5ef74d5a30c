package org.kartoteka.ui.api.component;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Phone numbers as people read them. */
final class PhoneText {

  private static final String NO_REGION = "ZZ";

  private PhoneText() {}

  /** The number in its international groups when it is E.164, else as it was written. */
  static String international(String number) {
    if (!isDiallable(number)) {
      return number == null ? "" : number;
    }
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      return numbers.format(numbers.parse(number, NO_REGION), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException notUnderstood) {
      return number;
    }
  }

  /** Whether it is E.164, which every telephone understands. */
  static boolean isDiallable(String number) {
    return number != null && number.matches("\\+[1-9]\\d{2,14}");
  }
}
