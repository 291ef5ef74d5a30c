package org.kartoteka.platform.api.problem;

/** Too many attempts in a short time; try again later. HTTP 429. */
public final class TooManyAttempts extends Problem {

  private static final long serialVersionUID = 1L;

  public TooManyAttempts(long seconds) {
    super("problem.too-many-attempts", seconds);
  }
}
