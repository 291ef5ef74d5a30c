package org.kartoteka.rest.internal;

import java.util.regex.Pattern;

/** Compares addresses with the paths of resources, whose variables stand in braces. */
final class PathTemplates {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]*}");

  private PathTemplates() {}

  /** Whether the address lies at or below the template. */
  static boolean begins(String path, String template) {
    return mayBegin(path, template) && fits(path, template);
  }

  /** Tells most templates apart by their first letter. */
  private static boolean mayBegin(String path, String template) {
    return path.isEmpty()
        || template.isEmpty()
        || template.startsWith("{")
        || template.startsWith("/")
        || path.startsWith("/")
        || path.charAt(0) == template.charAt(0);
  }

  private static boolean fits(String path, String template) {
    String[] parts = parts(path);
    String[] wanted = parts(template);
    if (parts.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!VARIABLE.matcher(wanted[i]).matches() && !wanted[i].equals(parts[i])) {
        return false;
      }
    }
    return true;
  }

  /** How many parts a path has. */
  static int length(String path) {
    return parts(path).length;
  }

  private static String[] parts(String path) {
    return (path.startsWith("/") ? path.substring(1) : path).split("/");
  }
}
