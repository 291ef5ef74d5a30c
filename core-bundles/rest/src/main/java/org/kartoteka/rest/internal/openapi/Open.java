package org.kartoteka.rest.internal.openapi;

import java.util.Set;

/** The addresses that need no sign-in. */
public final class Open {

  private static final Set<String> PATHS = Set.of("/health", "/openapi.json");

  private Open() {}

  /**
   * Whether everybody may ask there.
   *
   * @param path below the version, with a leading slash
   */
  public static boolean isOpen(String path) {
    return PATHS.contains(path);
  }
}
