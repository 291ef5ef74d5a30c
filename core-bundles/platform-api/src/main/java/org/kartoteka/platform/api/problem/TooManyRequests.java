package org.kartoteka.platform.api.problem;

/** A program asks more often than it may; ask again later. HTTP 429. */
public final class TooManyRequests extends Problem {

  private static final long serialVersionUID = 1L;

  public TooManyRequests(long seconds) {
    super("problem.too-many-requests", seconds);
  }
}
