package org.kartoteka.core.internal.domain;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The arithmetic of official numbers. All arguments hold digits only unless said otherwise. */
final class CheckDigits {

  private static final int[] PL_NIP = {6, 5, 7, 2, 3, 4, 5, 6, 7};
  private static final int[] PL_REGON_9 = {8, 9, 2, 3, 4, 5, 6, 7};
  private static final int[] PL_REGON_14 = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
  private static final int[] PL_PESEL = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
  private static final int[] BG_EIK_FIRST = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final int[] BG_EIK_SECOND = {3, 4, 5, 6, 7, 8, 9, 10};
  private static final int[] BG_BRANCH_FIRST = {2, 7, 3, 5};
  private static final int[] BG_BRANCH_SECOND = {4, 9, 5, 7};
  private static final int[] BG_EGN = {2, 4, 8, 5, 10, 9, 7, 3, 6};
  private static final int[] BG_FOREIGNER = {21, 19, 17, 13, 11, 9, 7, 3, 1};
  private static final int[] BG_OTHER_VAT = {4, 3, 2, 7, 6, 5, 4, 3, 2};
  private static final int[] RU_INN_10 = {2, 4, 10, 3, 5, 9, 4, 6, 8};
  private static final int[] RU_INN_11 = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  private static final int[] RU_INN_12 = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

  private CheckDigits() {}

  static boolean plNip(String n) {
    return !allZero(n) && sum(n, 0, PL_NIP) % 11 == digit(n, 9);
  }

  static boolean plRegon(String n) {
    if (allZero(n.substring(0, 8)) || sum(n, 0, PL_REGON_9) % 11 % 10 != digit(n, 8)) {
      return false;
    }
    return n.length() == 9 || sum(n, 0, PL_REGON_14) % 11 % 10 == digit(n, 13);
  }

  static boolean plPesel(String n) {
    return (10 - sum(n, 0, PL_PESEL) % 10) % 10 == digit(n, 10) && plPeselDate(n);
  }

  static boolean bgEik(String n) {
    int check = twice(n, 0, BG_EIK_FIRST, BG_EIK_SECOND);
    if (allZero(n.substring(0, 8)) || check != digit(n, 8)) {
      return false;
    }
    return n.length() == 9 || twice(n, 8, BG_BRANCH_FIRST, BG_BRANCH_SECOND) == digit(n, 12);
  }

  static boolean bgEgn(String n) {
    return sum(n, 0, BG_EGN) % 11 % 10 == digit(n, 9) && bgEgnDate(n);
  }

  /** The part after BG of a Bulgarian VAT number: a firm's EIK or one of three personal numbers. */
  static boolean bgVat(String n) {
    if (n.length() == 9) {
      return bgEik(n);
    }
    return bgEgn(n)
        || sum(n, 0, BG_FOREIGNER) % 10 == digit(n, 9)
        || (11 - sum(n, 0, BG_OTHER_VAT) % 11) % 11 == digit(n, 9);
  }

  static boolean ruInn(String n) {
    if (allZero(n)) {
      return false;
    }
    if (n.length() == 10) {
      return sum(n, 0, RU_INN_10) % 11 % 10 == digit(n, 9);
    }
    return sum(n, 0, RU_INN_11) % 11 % 10 == digit(n, 10)
        && sum(n, 0, RU_INN_12) % 11 % 10 == digit(n, 11);
  }

  static boolean ruOgrn(String n) {
    int last = n.length() - 1;
    boolean entrepreneur = n.length() == 15;
    if (allZero(n) || entrepreneur && digit(n, 0) != 3 && digit(n, 0) != 4) {
      return false;
    }
    return Long.parseLong(n.substring(0, last)) % (last - 1) % 10 == digit(n, last);
  }

  /** ISO 7064 MOD 97-10 over digits and capital letters; 1 when right. */
  static int mod97(String n) {
    int rest = 0;
    for (int i = 0; i < n.length(); i++) {
      int value = Character.digit(n.charAt(i), 36);
      rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
    }
    return rest;
  }

  private static boolean plPeselDate(String n) {
    int month = number(n, 2, 4);
    int[] centuries = {1900, 2000, 2100, 2200, 1800};
    return month / 20 < centuries.length
        && isDate(centuries[month / 20] + number(n, 0, 2), month % 20, number(n, 4, 6));
  }

  private static boolean bgEgnDate(String n) {
    int month = number(n, 2, 4);
    int century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
    return isDate(century + number(n, 0, 2), month % 20, number(n, 4, 6));
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static int twice(String n, int from, int[] first, int[] second) {
    int rest = sum(n, from, first) % 11;
    return rest < 10 ? rest : sum(n, from, second) % 11 % 10;
  }

  private static int sum(String n, int from, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * digit(n, from + i);
    }
    return sum;
  }

  private static boolean allZero(String n) {
    return n.chars().allMatch(c -> c == '0');
  }

  private static int number(String n, int from, int to) {
    return Integer.parseInt(n.substring(from, to));
  }

  private static int digit(String n, int index) {
    return n.charAt(index) - '0';
  }
}
