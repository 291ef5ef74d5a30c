package org.kartoteka.rest.internal.openapi;

import java.util.regex.Pattern;

/** The addresses that need no sign-in. */
public final class Open {

  private static final Pattern PATHS =
      Pattern.compile("/health|/openapi\\.json|/identity-providers/[^/]+/back-channel-logout");

  private Open() {}

  /**
   * Whether everybody may ask there.
   *
   * @param path below the version, with a leading slash
   */
  public static boolean isOpen(String path) {
    return PATHS.matcher(path).matches();
  }
}
