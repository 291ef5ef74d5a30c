package org.kartoteka.platform.api.problem;

/**
 * Somebody else wrote the same records at the same moment, and the database ended this one's work
 * so that the other could go on; nothing was written. The same may be tried again at once. HTTP
 * 503.
 */
public final class Collided extends Problem {

  private static final long serialVersionUID = 1L;

  public Collided(Throwable cause) {
    super("problem.collided");
    initCause(cause);
  }
}
