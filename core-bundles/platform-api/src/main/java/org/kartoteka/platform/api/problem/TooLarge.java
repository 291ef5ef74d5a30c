package org.kartoteka.platform.api.problem;

/** The content is larger than allowed. HTTP 413. */
public final class TooLarge extends Problem {

  private static final long serialVersionUID = 1L;

  public TooLarge(long bytes, long limit) {
    super("problem.too-large", bytes, limit);
  }
}
