package org.kartoteka.platform.api.problem;

/** Name and password alone do not open this door: the user has a second factor. HTTP 403. */
public final class SecondFactorNeeded extends Problem {

  private static final long serialVersionUID = 1L;

  public SecondFactorNeeded() {
    super("problem.second-factor-needed");
  }
}
