package org.kartoteka.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Made-up firms of real names, the same for the same number. */
final class Names {

  private static final List<String> FORMS =
      List.of("Sp. z o.o.", "S.A.", "OOD", "EOOD", "OOO", "Inc.");

  private final List<String> companies = read("companies");
  private final List<String> cities = read("cities");
  private final List<String> firstNames = read("first-names");
  private final List<String> lastNames = read("last-names");

  String company(int number) {
    Random random = new Random(number);
    return pick(companies, random)
        + " "
        + pick(lastNames, random)
        + " "
        + pick(FORMS, random)
        + " "
        + number;
  }

  String city(int number) {
    return pick(cities, new Random(number * 31L));
  }

  /** A Warsaw phone number. */
  String phone(int number) {
    return String.format("+4822%07d", number % 10_000_000);
  }

  List<String> firstNames() {
    return firstNames;
  }

  List<String> lastNames() {
    return lastNames;
  }

  /** A Polish NIP with a right check digit. */
  String nip(int number) {
    int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    for (long candidate = 100_000_000L + number * 11L; ; candidate++) {
      String digits = Long.toString(candidate);
      int sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * (digits.charAt(i) - '0');
      }
      if (sum % 11 != 10) {
        return digits + sum % 11;
      }
    }
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> read(String name) {
    try (InputStream in = Names.class.getResourceAsStream("/names/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
