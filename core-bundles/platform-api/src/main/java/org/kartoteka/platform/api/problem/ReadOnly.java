package org.kartoteka.platform.api.problem;

/** The token was issued for reading only. HTTP 403. */
public final class ReadOnly extends Problem {

  private static final long serialVersionUID = 1L;

  public ReadOnly() {
    super("problem.read-only");
  }
}
