package org.kartoteka.platform.api.problem;

/** The record does not exist, or not for this user. HTTP 404. */
public final class NotFound extends Problem {

  private static final long serialVersionUID = 1L;

  public NotFound(String type, Object id) {
    super("problem.not-found", type, id);
  }
}
