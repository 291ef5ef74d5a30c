package org.kartoteka.platform.api.problem;

/** The user lacks a permission. HTTP 403. */
public final class Forbidden extends Problem {

  private static final long serialVersionUID = 1L;

  public Forbidden(String permission) {
    super("problem.forbidden", permission);
  }
}
