package org.kartoteka.security.internal.factor;

/** Base 32 as RFC 4648 has it, without padding: the form in which people type secrets. */
final class Base32 {

  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = held << Byte.SIZE | one & 0xff;
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(DIGITS.charAt(held >> bits & 31));
      }
    }
    if (bits > 0) {
      text.append(DIGITS.charAt(held << BITS - bits & 31));
    }
    return text.toString();
  }
}
