package org.kartoteka.platform.api.security;

/**
 * A password that an administrator gives somebody (OWASP ASVS 5, 6.4.1).
 *
 * @param password 12 to 128 characters, none of the common ones
 * @param temporary whether it only opens the door until its user has chosen one of his own: a
 *     browser asks for that at the first sign-in, programs are refused until then
 */
public record GivenPassword(String password, boolean temporary) {

  /** One that stays until somebody changes it. */
  public static GivenPassword lasting(String password) {
    return new GivenPassword(password, false);
  }

  /** Nothing of a password belongs into a log. */
  @Override
  public String toString() {
    return "GivenPassword[temporary=" + temporary + "]";
  }
}
