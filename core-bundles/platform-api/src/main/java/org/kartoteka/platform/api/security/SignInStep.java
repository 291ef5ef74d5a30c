package org.kartoteka.platform.api.security;

/**
 * How far somebody has come in signing in.
 *
 * @param user who he says he is
 * @param need what is still asked of him
 * @param elsewhere his session at the provider by which he came; null when he gave a password
 */
public record SignInStep(User user, Origin origin, Need need, ProviderSession elsewhere) {

  /** What is still asked. */
  public enum Need {
    /** Nothing: he may enter. */
    NOTHING,
    /** A code of his second factor. */
    CODE,
    /** To set up a second factor, which his roles demand. */
    SETUP,
    /** To choose a password of his own; the one he gave was temporary. */
    PASSWORD
  }

  /** The same with something else that is still asked. */
  public SignInStep with(Need next) {
    return new SignInStep(user, origin, next, elsewhere);
  }
}
