package org.kartoteka.itests.features;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The permissions that {@code rights.txt} declares: a permission, and below it its operations. What
 * follows an operation is a body or a query that is good enough to get as far as the permission.
 */
final class DeclaredRights {

  private DeclaredRights() {}

  /** What is declared for an operation. */
  record Right(String permission, String input) {}

  /** The rights by their operations. */
  static Map<String, Right> read() {
    Map<String, Right> rights = new TreeMap<>();
    String permission = null;
    for (String line : text().lines().filter(one -> !one.isBlank()).toList()) {
      if (line.startsWith("  ")) {
        String[] parts = line.strip().split(" ", 3);
        rights.put(
            parts[0] + " " + parts[1], new Right(permission, parts.length < 3 ? "" : parts[2]));
      } else if (!line.startsWith("#")) {
        permission = line.strip();
      }
    }
    return rights;
  }

  private static String text() {
    try (InputStream in = DeclaredRights.class.getResourceAsStream("/rights.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
