package org.kartoteka.platform.api.problem;

/** The act needs a signed-in user. HTTP 401. */
public final class NotSignedIn extends Problem {

  private static final long serialVersionUID = 1L;

  public NotSignedIn() {
    super("problem.not-signed-in");
  }
}
