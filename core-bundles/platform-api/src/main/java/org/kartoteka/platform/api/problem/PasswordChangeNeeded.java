package org.kartoteka.platform.api.problem;

/** The password was given for the first sign-in only: its user must choose his own. HTTP 403. */
public final class PasswordChangeNeeded extends Problem {

  private static final long serialVersionUID = 1L;

  public PasswordChangeNeeded() {
    super("problem.password-change-needed");
  }
}
